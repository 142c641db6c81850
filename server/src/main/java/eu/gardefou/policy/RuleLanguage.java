package eu.gardefou.policy;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import eu.gardefou.policy.Vocabulary.Facts;
import java.util.Optional;

/**
 * The expression language of rules: a small part of CEL (cel.dev) over one {@link Vocabulary}.
 *
 * <p>What is left out cannot go wrong: no regular expressions, no clock, no conversions, no dynamic
 * types, no macro that builds lists. Size, depth and the steps of loops are bounded, so that the
 * cost of a rule is. Safe for many threads.
 */
final class RuleLanguage {
  static final int MOST_CHARACTERS = 2000;
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(MOST_CHARACTERS)
          .maxParseExpressionNodeCount(400)
          .maxParseRecursionDepth(32)
          .comprehensionMaxIterations(1000)
          .build();

  private final Vocabulary vocabulary;
  private final boolean floor;
  private final CelCompiler compiler;
  private final CelRuntime runtime;

  private RuleLanguage(Vocabulary vocabulary, boolean floor) {
    this.vocabulary = vocabulary;
    this.floor = floor;
    this.compiler = compiler(vocabulary);
    this.runtime = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
  }

  /** The language of floor rules. */
  static RuleLanguage floor() {
    return new RuleLanguage(Vocabulary.floor(), true);
  }

  /** The language of overlay rules. */
  static RuleLanguage overlay() {
    return new RuleLanguage(Vocabulary.overlay(), false);
  }

  /** Hears what is wrong with an expression. */
  @FunctionalInterface
  interface Complaint {
    /**
     * Takes one problem.
     *
     * @param offset of the place within the expression, in code points
     */
    void at(int offset, String sentence);
  }

  /** A rule's condition, ready to be asked. */
  @FunctionalInterface
  interface Condition {
    /**
     * Whether the rule fires.
     *
     * @throws CelEvaluationException when there is no answer
     */
    boolean holds(Facts facts) throws CelEvaluationException;
  }

  /** Compiles an expression; empty when it does not compile and the complaints say why. */
  Optional<Condition> compile(String expression, Complaint complaint) {
    try {
      CelAbstractSyntaxTree tree = compiler.compile(expression).getAst();
      if (new LiteralCheck(vocabulary, tree, complaint).finds()) {
        return Optional.empty();
      }
      return Optional.of(condition(runtime.createProgram(tree)));
    } catch (CelValidationException e) {
      RuleWording wording = new RuleWording(vocabulary, floor, expression);
      for (CelIssue issue : e.getErrors()) {
        wording.tell(issue, complaint);
      }
    } catch (CelEvaluationException e) {
      complaint.at(0, "this expression cannot be evaluated: " + e.getMessage());
    }
    return Optional.empty();
  }

  private Condition condition(Program program) {
    return facts -> {
      Object answer =
          program.eval(name ->
              Optional.ofNullable(vocabulary.facts().get(name))
                  .map(fact -> fact.value().apply(facts)));
      if (answer instanceof Boolean fires) {
        return fires;
      }
      throw new CelEvaluationException("a rule answers true or false");
    };
  }

  private static CelCompiler compiler(Vocabulary vocabulary) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(functions())
            .setStandardMacros(
                CelStandardMacro.ALL, CelStandardMacro.EXISTS, CelStandardMacro.EXISTS_ONE)
            .setResultType(SimpleType.BOOL);
    vocabulary.facts().values().forEach(fact -> builder.addVar(fact.name(), fact.type()));
    return builder.build();
  }

  private static CelStandardDeclarations functions() {
    return CelStandardDeclarations.newBuilder()
        .includeFunctions(
            StandardFunction.LOGICAL_AND,
            StandardFunction.LOGICAL_OR,
            StandardFunction.LOGICAL_NOT,
            StandardFunction.NOT_STRICTLY_FALSE,
            StandardFunction.CONDITIONAL,
            StandardFunction.EQUALS,
            StandardFunction.NOT_EQUALS,
            StandardFunction.LESS,
            StandardFunction.LESS_EQUALS,
            StandardFunction.GREATER,
            StandardFunction.GREATER_EQUALS,
            StandardFunction.ADD,
            StandardFunction.SUBTRACT,
            StandardFunction.MULTIPLY,
            StandardFunction.DIVIDE,
            StandardFunction.NEGATE,
            StandardFunction.IN,
            StandardFunction.INDEX,
            StandardFunction.SIZE,
            StandardFunction.STARTS_WITH)
        .build();
  }
}
