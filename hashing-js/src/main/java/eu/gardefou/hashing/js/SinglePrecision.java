package eu.gardefou.hashing.js;

import org.jspecify.annotations.Nullable;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.CastNumberInstruction;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.NumericOperandType;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * Makes TeaVM round after every step in {@code float}, as Java does.
 *
 * <p>By itself it computes in double precision and rounds when a value is put into an array. Then
 * one random picture in 25 has other bits: those where a coefficient sits on the median.
 */
public final class SinglePrecision implements TeaVMPlugin, ClassHolderTransformer {
  private static final String OURS = "eu.gardefou.hashing.";
  private static final MethodReference ROUND =
      new MethodReference(Rounding.class, "round", float.class, float.class);

  @Override
  public void install(TeaVMHost host) {
    host.add(this);
  }

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    if (!type.getName().startsWith(OURS)) {
      return;
    }
    for (MethodHolder method : type.getMethods()) {
      Program program = method.getProgram();
      if (program != null) {
        round(program);
      }
    }
  }

  private static void round(Program program) {
    for (int i = 0; i < program.basicBlockCount(); i++) {
      BasicBlock block = program.basicBlockAt(i);
      Instruction next;
      for (Instruction step = block.getFirstInstruction(); step != null; step = next) {
        next = step.getNext();
        Variable exact = program.createVariable();
        Variable rounded = redirected(step, exact);
        if (rounded != null) {
          step.insertNext(rounding(exact, rounded, step));
        }
      }
    }
  }

  /** Where a step in single precision put its result, which now goes elsewhere; null for others. */
  private static @Nullable Variable redirected(Instruction step, Variable to) {
    Variable before = null;
    if (step instanceof BinaryInstruction sum && isArithmetic(sum)) {
      before = sum.getReceiver();
      sum.setReceiver(to);
    } else if (step instanceof CastNumberInstruction cast
        && cast.getTargetType() == NumericOperandType.FLOAT) {
      before = cast.getReceiver();
      cast.setReceiver(to);
    }
    return before;
  }

  private static boolean isArithmetic(BinaryInstruction step) {
    return step.getOperandType() == NumericOperandType.FLOAT
        && switch (step.getOperation()) {
          case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO -> true;
          case COMPARE_GREATER, COMPARE_LESS, AND, OR, XOR -> false;
          case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> false;
        };
  }

  private static InvokeInstruction rounding(Variable exact, Variable rounded, Instruction step) {
    InvokeInstruction rounding = new InvokeInstruction();
    rounding.setType(InvocationType.SPECIAL);
    rounding.setMethod(ROUND);
    rounding.setArguments(exact);
    rounding.setReceiver(rounded);
    rounding.setLocation(step.getLocation());
    return rounding;
  }
}
