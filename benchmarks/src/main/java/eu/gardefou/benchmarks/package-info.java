/**
 * How fast the index of hashes is, how much memory it takes, and whether it keeps both promises
 * while it changes.
 *
 * <pre>
 * ./gardefou bench match      JMH benchmarks beside FAISS, as one table
 * ./gardefou bench soak       one bank served, changed and rebuilt for minutes
 * </pre>
 *
 * <p>One benchmark alone, with JMH's own options:
 *
 * <pre>
 * mvn -o package -pl hashing,benchmarks -Dmaven.test.skip=true
 * cp=benchmarks/target/classes:$(cat benchmarks/target/classpath)
 * java -cp $cp org.openjdk.jmh.Main SearchBenchmark.one -p size=1000000
 * java -Xmx5g -cp $cp eu.gardefou.benchmarks.Footprint 10000000
 * </pre>
 *
 * <p>Ten million hashes want 4 GiB of heap. No figure is ever asserted in a test.
 */
@NullMarked
package eu.gardefou.benchmarks;

import org.jspecify.annotations.NullMarked;
