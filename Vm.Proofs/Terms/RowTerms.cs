using System.Globalization;

namespace Vm.Proofs.Terms;

/// <summary>Terms for the rows of a finite scope.</summary>
static class RowTerms
{
    const string Prefix = "row:";

    public static string Name(HandleSort sort, int row) => $"{Prefix}{sort.Name}:{row}";

    /// <summary>The row with a number; number 0 of a handle with null is null.</summary>
    public static Term Make(TermFactory terms, HandleSort sort, int row) =>
        row == 0 && sort.HasNull ? terms.Null(sort) : terms.Const(Name(sort, row), sort);

    /// <summary>The number of the row that a term or element is, or null.</summary>
    public static int? IndexOf(string name) => name.StartsWith(Prefix, StringComparison.Ordinal)
        ? int.Parse(name[(name.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture)
        : null;

    public static int? IndexOf(Term term) => IndexOf(term.Name);
}
