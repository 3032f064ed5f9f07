using System.Globalization;
using System.Numerics;
using static Vm.Generators.Ir.Sexp;

namespace Vm.Generators.Ir;

/// <summary>Reads what <see cref="IrPrinter"/> writes.</summary>
static class IrReader
{
    /// <exception cref="IrFormatException">The text is not a representation of this version.</exception>
    public static IrFile Read(string text)
    {
        var lists = SexpParser.ParseAll(text);
        if (lists.Count == 0 || lists[0] is not SexpList { Head: "vm-ir" })
            throw new IrFormatException("the text does not begin with (vm-ir VERSION ASSEMBLY)", 1);

        var header = SexpCursor.Enter(lists[0], "the version line");
        var version = header.Atom("a version");
        if (version != IrFile.Version.ToString(CultureInfo.InvariantCulture))
            throw new IrFormatException($"version {version} is not {IrFile.Version}; build the component with the same release", header.Line);

        return new(header.End(header.Atom("an assembly")), lists.Skip(1).Select(ReadItem).ToEquatableArray());
    }

    public static IrItem ReadItem(Sexp sexp)
    {
        var c = SexpCursor.Enter(sexp, "an item");
        var head = ((SexpList)sexp).Head;
        var name = c.Atom("a name");
        return head switch
        {
            "handle" => c.End(new HandleItem(name, c.TryAtom("nullable"))),
            "enum" => new EnumItem(name, c.Atom("an integer type"), c.Rest(ReadMember)),
            "row" => ReadRow(name, c),
            "state" => ReadState(name, c),
            "pure" or "opaque" =>
                c.End(new FunctionItem(name, head == "opaque", ReadBinders(c), c.Atom("a type"), ReadExpr(c))),
            "invariant" => new InvariantItem(ReadClause(name, c)),
            "abstract" => new AbstractStateItem(ReadClause(name, c)),
            "contract" => ReadContract(name, c),
            "op" => ReadOperation(
                name, c.Atom("a contract"), c.TryList("trusted")?.Text("a reason"), c.TryList("mutant")?.Text("a defect"), c),
            "inline" => new InlineItem(name, ReadBinders(c), c.Atom("a type"), c.Rest(StmtReader.Read)),
            "external" => c.End(new ExternalItem(name, ReadBinders(c), c.Atom("a type"), ReadRowLock(c.TryList("tries")))),
            _ => throw SexpCursor.Unexpected(sexp, $"one of {string.Join(", ", IrItem.Kinds)}"),
        };
    }

    internal static Binder ReadBinder(Sexp sexp)
    {
        var c = SexpCursor.EnterPlain(sexp, "(name type)");
        return c.End(new Binder(c.Atom("a name"), c.Atom("a type")));
    }

    static EquatableArray<Binder> ReadBinders(SexpCursor c) =>
        SexpCursor.EnterPlain(c.Next("a parameter list"), "a parameter list").Rest(ReadBinder);

    static OperationItem ReadOperation(string name, string contract, string? trusted, string? mutant, SexpCursor c)
    {
        var unlocked = c.TryList("unlocked")?.Text("a reason");
        return new(name, contract, trusted, mutant, ReadBinders(c), c.Atom("a type"), c.Rest(StmtReader.Read), unlocked);
    }

    static RowItem ReadRow(string name, SexpCursor c)
    {
        var locks = new List<RowLock>();
        while (ReadRowLock(c.TryList("locked-by")) is { } found) locks.Add(found);
        var flags = c.TryList("owned-unless") is { } list ? list.Rest(flag => flag.ToString()) : [];
        return new(name, c.Rest(ReadField), locks.ToEquatableArray(), flags);
    }

    static RowLock? ReadRowLock(SexpCursor? c) => c is null ? null : c.End(new RowLock(c.Atom("a lock class"), c.Atom("a field or function")));

    static Expr ReadExpr(SexpCursor c) => ExprReader.Read(c.Next("an expression"));

    static EnumMember ReadMember(Sexp sexp)
    {
        var c = SexpCursor.EnterPlain(sexp, "(name value)");
        return c.End(new EnumMember(c.Atom("a name"), BigInteger.Parse(c.Atom("a value"), CultureInfo.InvariantCulture)));
    }

    static FieldDeclaration ReadField(Sexp sexp)
    {
        var c = SexpCursor.Enter(sexp, "a field");
        var (name, type, guard) = (c.Atom("a name"), c.Atom("a type"), ReadGuard(c.Next("a guard")));
        var flag = c.TryList("while") is { } other ? other.End(new GuardedWhile(other.Atom("a flag"), other.Atom("a lock class"))) : null;
        int? bits = c.TryList("bits") is { } width ? int.Parse(width.Atom("a width"), CultureInfo.InvariantCulture) : null;
        return c.End(new FieldDeclaration(name, type, guard, bits, flag));
    }

    static Guard ReadGuard(Sexp sexp)
    {
        var c = SexpCursor.Enter(sexp, "a guard");
        return c.End<Guard>(((SexpList)sexp).Head switch
        {
            "guarded" => new Guarded(c.Atom("a lock class")),
            "guarded-any" => new GuardedAny(c.Rest(l => l.ToString())),
            "constant" => new ConstantGuard(),
            "lock" => new LockGuard(c.Atom("a lock class")),
            "unguarded" => new Unguarded(),
            _ => throw SexpCursor.Unexpected(sexp, "a guard"),
        });
    }

    static StateItem ReadState(string name, SexpCursor c)
    {
        var (tables, globals, ghosts) =
            (new List<TableDeclaration>(), new List<FieldDeclaration>(), new List<GhostDeclaration>());
        while (!c.AtEnd)
        {
            var part = c.Next("a declaration");
            var p = SexpCursor.Enter(part, "a declaration");
            switch (((SexpList)part).Head)
            {
                case "table":
                    tables.Add(p.End(new TableDeclaration(p.Atom("a name"), p.Atom("a handle"), p.Atom("a row"))));
                    break;
                case "global":
                    globals.Add(ReadField(part));
                    break;
                case "ghost":
                    ghosts.Add(p.End(new GhostDeclaration(p.Atom("a name"), p.Atom("a handle"))));
                    break;
                default:
                    throw SexpCursor.Unexpected(part, "table, global or ghost");
            }
        }

        return new(name, tables.ToEquatableArray(), globals.ToEquatableArray(), ghosts.ToEquatableArray());
    }

    static ContractItem ReadContract(string name, SexpCursor c)
    {
        var establishes = c.TryAtom("establishes");
        var locks = new List<LockClause>();
        while (c.TryList("lock") is { } l)
        {
            locks.Add(l.End(new LockClause(
                ReadKeyword<LockDuty>(l.Next("a duty"), IrPrinter.Keyword), l.Atom("a lock class"), l.Text("an instance"), ReadWhen(l.TryList("when")))));
        }

        var ownership = new List<OwnershipClause>();
        while (c.TryList("row-of") is { } o)
        {
            ownership.Add(o.End(new OwnershipClause(
                ReadKeyword<OwnershipDuty>(o.Next("a duty"), IrPrinter.Keyword), o.Text("a row"), ReadWhen(o.TryList("unless")))));
        }

        var modifies = c.TryList("modifies")?.Rest(place =>
            place is QuotedText text ? text.Text : throw SexpCursor.Unexpected(place, "a place")) ?? [];
        return c.End(new ContractItem(
            name, establishes, locks.ToEquatableArray(), modifies, ReadClauses("requires", c), ReadClauses("ensures", c),
            ownership.ToEquatableArray()));
    }

    static string ReadWhen(SexpCursor? when) => when is null ? "" : when.End(when.Text("a field"));

    static T ReadKeyword<T>(Sexp sexp, Func<T, string> keyword) where T : struct, Enum
    {
        foreach (T duty in Enum.GetValues(typeof(T)))
        {
            if (sexp.ToString() == keyword(duty)) return duty;
        }

        throw SexpCursor.Unexpected(sexp, "a duty");
    }

    static EquatableArray<Clause> ReadClauses(string kind, SexpCursor c)
    {
        var clauses = new List<Clause>();
        while (c.TryList(kind) is { } clause) clauses.Add(ReadClause(clause.Atom("a name"), clause));
        return clauses.ToEquatableArray();
    }

    static Clause ReadClause(string name, SexpCursor c) =>
        c.End(new Clause(name, c.Text("a sentence"), c.TryAtom("whole"), ReadBinders(c), ReadExpr(c)));
}
