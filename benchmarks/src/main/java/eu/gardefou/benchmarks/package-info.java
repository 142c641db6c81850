/**
 * How fast the index of hashes is, and how much memory it takes.
 *
 * <pre>
 * mvn -o package -pl hashing,benchmarks -Dmaven.test.skip=true
 * cp=benchmarks/target/classes:$(cat benchmarks/target/classpath)
 * java -cp $cp org.openjdk.jmh.Main SearchBenchmark.one -p size=1000000
 * java -Xmx5g -cp $cp eu.gardefou.benchmarks.Footprint 10000000
 * </pre>
 *
 * <p>Ten million hashes want 4 GiB of heap. Nothing here is ever asserted in a test.
 */
@NullMarked
package eu.gardefou.benchmarks;

import org.jspecify.annotations.NullMarked;
