using Vm.Generators.Ir;

namespace Vm.Proofs.Conditions;

/// <summary>Expressions for reports.</summary>
static class Texts
{
    public static string Of(Expr expression) => ExprPrinter.Write(expression).ToString() ?? "";
}
