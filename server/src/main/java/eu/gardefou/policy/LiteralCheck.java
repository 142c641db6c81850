package eu.gardefou.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.ast.CelReference;
import dev.cel.common.navigation.CelNavigableAst;
import eu.gardefou.policy.RuleLanguage.Complaint;
import eu.gardefou.policy.Vocabulary.Fact;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds comparisons that can never come true: {@code content.kind == 'edits'}, or a strength
 * against a number above 1. Such a rule compiles and then never fires, which in a guard is the
 * worst kind of mistake.
 */
final class LiteralCheck {
  private static final Set<String> COMPARISONS =
      Set.of("_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "@in");

  private final Vocabulary vocabulary;
  private final CelAbstractSyntaxTree tree;
  private final Complaint complaint;
  private boolean found;

  LiteralCheck(Vocabulary vocabulary, CelAbstractSyntaxTree tree, Complaint complaint) {
    this.vocabulary = vocabulary;
    this.tree = tree;
    this.complaint = complaint;
  }

  /** Looks at every comparison, complains, and says whether there was a reason to. */
  boolean finds() {
    CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .map(node -> node.expr())
        .filter(expr -> expr.getKind() == ExprKind.Kind.CALL)
        .map(CelExpr::call)
        .filter(call -> COMPARISONS.contains(call.function()) && call.args().size() == 2)
        .forEach(call -> check(call.args().get(0), call.args().get(1)));
    return found;
  }

  private void check(CelExpr left, CelExpr right) {
    fact(left).ifPresent(fact -> literals(right).forEach(literal -> check(fact, literal)));
    fact(right).ifPresent(fact -> literals(left).forEach(literal -> check(fact, literal)));
  }

  private Optional<Fact> fact(CelExpr expr) {
    return tree.getReference(expr.id())
        .map(CelReference::name)
        .map(name -> vocabulary.facts().get(name));
  }

  private static List<CelExpr> literals(CelExpr expr) {
    List<CelExpr> members =
        expr.getKind() == ExprKind.Kind.LIST ? expr.list().elements() : List.of(expr);
    return members.stream().filter(e -> e.getKind() == ExprKind.Kind.CONSTANT).toList();
  }

  private void check(Fact fact, CelExpr literal) {
    CelConstant constant = literal.constant();
    if (!fact.words().isEmpty()
        && constant.getKind() == CelConstant.Kind.STRING_VALUE
        && !fact.words().contains(constant.stringValue())) {
      complain(
          literal, "'" + fact.name() + "' is never '" + constant.stringValue() + "'" + words(fact));
    }
    if (fact.strength() && !isStrength(constant)) {
      complain(literal, "'" + fact.name() + "' is a number from 0 to 1");
    }
  }

  /** A short list of words is worth telling; all the world's countries are not. */
  private static String words(Fact fact) {
    return fact.words().size() > 10
        ? ""
        : "; it is one of " + String.join(", ", new TreeSet<>(fact.words()));
  }

  private static boolean isStrength(CelConstant constant) {
    return switch (constant.getKind()) {
      case DOUBLE_VALUE -> constant.doubleValue() >= 0 && constant.doubleValue() <= 1;
      case INT64_VALUE -> constant.int64Value() >= 0 && constant.int64Value() <= 1;
      default -> true;
    };
  }

  private void complain(CelExpr literal, String sentence) {
    found = true;
    complaint.at(tree.getSource().getPositionsMap().getOrDefault(literal.id(), 0), sentence);
  }
}
