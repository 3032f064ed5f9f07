using static Vm.Generators.Ir.Sexp;

namespace Vm.Generators.Ir;

/// <summary>Writes the representation as <c>docs/ir.md</c> describes it. What <see cref="IrReader"/> reads.</summary>
static class IrPrinter
{
    public static string Print(IrFile file) =>
        string.Concat(file.Items.Select(item => Print(item) + "\n").Prepend(Header(file.Assembly) + "\n"));

    public static string Header(string assembly) => $"(vm-ir {IrFile.Version} {assembly})";

    public static string Print(IrItem item) => SexpLayout.Print(Write(item));

    public static string Print(Stmt statement) => SexpLayout.Print(StmtPrinter.Write(statement));

    public static string Print(Expr expression) => SexpLayout.Print(ExprPrinter.Write(expression));

    static Sexp Write(IrItem item) => item switch
    {
        HandleItem i => List("handle", [i.Name, .. Flag(i.Nullable, "nullable")]),
        EnumItem i => List("enum", [i.Name, i.Underlying, .. i.Members.Select(m => List(m.Name, m.Value.ToString()))]),
        RowItem i => List("row",
            [
                i.Name,
                .. i.Locks.Select(l => List("locked-by", l.LockClass, l.By)),
                .. i.OwnedUnless.Count > 0 ? [List("owned-unless", i.OwnedUnless.Select(f => (Sexp)f))] : Array.Empty<Sexp>(),
                .. i.Fields.Select(f => Write("field", f)),
            ]),
        StateItem i => List("state",
            [
                i.Name,
                .. i.Tables.Select(t => List("table", t.Name, t.Handle, t.Row)),
                .. i.Globals.Select(g => Write("global", g)),
                .. i.Ghosts.Select(g => List("ghost", g.Name, g.Handle)),
            ]),
        FunctionItem i => List(i.Opaque ? "opaque" : "pure", i.Name, Write(i.Parameters), i.Type, ExprPrinter.Write(i.Body)),
        InvariantItem i => Write("invariant", i.Clause),
        AbstractStateItem i => Write("abstract", i.Clause),
        ContractItem i => List("contract",
            [
                i.Name,
                .. Flag(i.Establishes, "establishes"),
                .. i.Locks.Select(l => List("lock",
                    [Keyword(l.Duty), l.LockClass, Quote(l.Of), .. l.When.Length > 0 ? [List("when", Quote(l.When))] : Array.Empty<Sexp>()])),
                .. i.Ownership.Select(o => List("row-of",
                    [Keyword(o.Duty), Quote(o.Row), .. o.Unless.Length > 0 ? [List("unless", Quote(o.Unless))] : Array.Empty<Sexp>()])),
                .. i.Modifies.Count > 0 ? [List("modifies", i.Modifies.Select(Quote))] : Array.Empty<Sexp>(),
                .. i.Requires.Select(c => Write("requires", c)),
                .. i.Ensures.Select(c => Write("ensures", c)),
            ]),
        OperationItem i => List("op",
            [
                i.Name, i.Contract, .. Reason("trusted", i.Trusted), .. Reason("mutant", i.Mutant), .. Reason("unlocked", i.Unlocked),
                Write(i.Parameters), i.Type, .. StmtPrinter.Write(i.Body),
            ]),
        InlineItem i => List("inline", [i.Name, Write(i.Parameters), i.Type, .. StmtPrinter.Write(i.Body)]),
        ExternalItem i => List("external",
            [i.Name, Write(i.Parameters), i.Type, .. i.Tries is { } tried ? [List("tries", tried.LockClass, tried.By)] : Array.Empty<Sexp>()]),
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "an item that the printer does not know"),
    };

    public static string Keyword(LockDuty duty) => duty switch
    {
        LockDuty.MustHold => "must-hold",
        LockDuty.MustNotHold => "must-not-hold",
        LockDuty.Acquires => "acquires",
        LockDuty.Releases => "releases",
        LockDuty.ReturnsHolding => "returns-holding",
        _ => throw new ArgumentOutOfRangeException(nameof(duty)),
    };

    public static string Keyword(OwnershipDuty duty) => duty switch
    {
        OwnershipDuty.Owns => "owns",
        OwnershipDuty.GivesUp => "gives-up",
        OwnershipDuty.ReturnsOwned => "returns-owned",
        _ => throw new ArgumentOutOfRangeException(nameof(duty)),
    };

    internal static SexpList Write(Binder binder) => List(binder.Name, binder.Type);

    static SexpList Write(EquatableArray<Binder> binders) => new([.. binders.Select(Write)]);

    static SexpList Write(string kind, Clause clause) =>
        List(kind,
            [clause.Name, Quote(clause.Sentence), .. Flag(clause.WholeState, "whole"), Write(clause.Parameters), ExprPrinter.Write(clause.Body)]);

    static SexpList Write(string kind, FieldDeclaration field) =>
        List(kind,
            [
                field.Name, field.Type, Write(field.Guard),
                .. field.While is { } flag ? [List("while", flag.Flag, flag.LockClass)] : Array.Empty<Sexp>(),
                .. field.Bits is { } bits ? [List("bits", bits.ToString())] : Array.Empty<Sexp>(),
            ]);

    static SexpList Write(Guard guard) => guard switch
    {
        Guarded g => List("guarded", g.LockClass),
        GuardedAny g => List("guarded-any", g.Locks.Select(l => (Sexp)l)),
        ConstantGuard => List("constant"),
        LockGuard g => List("lock", g.LockClass),
        Unguarded => List("unguarded"),
        _ => throw new ArgumentOutOfRangeException(nameof(guard)),
    };

    static IEnumerable<Sexp> Flag(bool value, string keyword) => value ? [keyword] : [];

    static IEnumerable<Sexp> Reason(string keyword, string? text) => text is null ? [] : [List(keyword, Quote(text))];
}
