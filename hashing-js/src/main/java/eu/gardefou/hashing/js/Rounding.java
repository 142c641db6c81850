package eu.gardefou.hashing.js;

import org.teavm.backend.javascript.spi.InjectedBy;
import org.teavm.backend.javascript.spi.Injector;
import org.teavm.backend.javascript.spi.InjectorContext;
import org.teavm.model.MethodReference;

/** Rounding to single precision, which JavaScript engines turn into one machine instruction. */
final class Rounding {
  private Rounding() {}

  @InjectedBy(MathFround.class)
  static native float round(float value);

  /** Writes the call where it is used. */
  public static final class MathFround implements Injector {
    @Override
    public void generate(InjectorContext context, MethodReference method) {
      context.getWriter().append("Math.fround(");
      context.writeExpr(context.getArgument(0));
      context.getWriter().append(")");
    }
  }
}
