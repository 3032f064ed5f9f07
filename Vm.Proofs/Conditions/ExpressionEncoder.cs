using Vm.Generators.Ir;
using Vm.Proofs.Reading;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Conditions;

/// <summary>Turns expressions into terms.</summary>
sealed class ExpressionEncoder(IrProgram program, Catalog catalog, TermFactory terms)
{
    readonly Sorts sorts = new(program);
    readonly MachineArithmetic arithmetic = new(terms);
    readonly Dictionary<string, string> aliasedTables = [];

    /// <summary>From here on the alias is known to mean a row of the table.</summary>
    public void DeclareAlias(int frame, string name, string table) => aliasedTables[Names.Local(frame, name)] = table;

    public string TableOf(RowReference row, Scope scope) => row is Element element
        ? element.Table
        : aliasedTables[Names.Local(scope.Frame, ((AliasedRow)row).Name)];

    public Term Encode(Expr expression, Scope scope) => expression switch
    {
        BoolLiteral e => terms.Bool(e.Value),
        IntLiteral e => terms.Number(e.Value),
        EnumLiteral e => terms.Number(program.Enums[e.Enum].Members.First(m => m.Name == e.Member).Value),
        NullLiteral e => terms.Null(sorts.Handle(e.Handle)),
        Variable e => Lookup(e.Name, scope),
        GlobalVariable e => Read(e, scope),
        RowField e => Read(e, scope),
        Comparison e => Compare(e, scope),
        Logical { Operator: LogicalOperator.And } e => And(e, scope),
        Logical e => Or(e, scope),
        Vm.Generators.Ir.Not e => terms.Not(Encode(e.Operand, scope)),
        Arithmetic e => Calculate(e, scope),
        Complement e => arithmetic.Complement(e.Type, Encode(e.Operand, scope)),
        Negation e => arithmetic.Negate(e.Type, Encode(e.Operand, scope)),
        Conversion e => arithmetic.Convert(sorts.Of(e.From), sorts.Of(e.To), Encode(e.Operand, scope)),
        Conditional e => Choose(e, scope),
        NullTest e => IsNull(Encode(e.Handle, scope)),
        IndexOf e => Index(Encode(e.Handle, scope)),
        HandleOf e => terms.Apply($"handle.{e.Handle}", sorts.Handle(e.Handle), Encode(e.Index, scope)),
        Call e => CallFunction(e, scope),
        Quantified { Quantifier: Quantifier.Count } e => Count(e, scope),
        Quantified e => Quantify(e, scope),
        Unique e => AllDifferent(e, scope),
        Rank e => terms.Select(scope.State[Names.Rank(catalog.List(e.Invariant).Name)], Encode(e.Row, scope)),
        GhostMember e => terms.Select(scope.State[Names.Ghost(e.Set)], Encode(e.Row, scope)),
        Old e => Encode(e.Operand, scope with { State = scope.Entry ?? throw Misplaced("old") }),
        Result => scope.Result ?? throw Misplaced("result"),
        _ => throw Misplaced(expression.GetType().Name),
    };

    /// <summary>The row that a place or alias means, as a handle.</summary>
    public Term Handle(RowReference row, Scope scope)
    {
        if (row is AliasedRow alias) return Lookup(alias.Name, scope);

        var element = (Element)row;
        var handle = Encode(element.Handle, scope);
        scope.Safety?.Dereference(scope.State.Path, handle, element);
        return handle;
    }

    /// <summary>A variable for all rows of a handle's table, and the condition that it names one.</summary>
    public (Term Variable, Term IsRow) Row(string name, string handle, int depth)
    {
        var variable = terms.Variable($"{name}#{depth}", sorts.Handle(handle));
        return (variable, terms.Not(IsNull(variable)));
    }

    public Term IsNull(Term handle) =>
        handle.Sort is HandleSort { HasNull: true } sort ? terms.Eq(handle, terms.Null(sort)) : terms.False;

    Term Lookup(string name, Scope scope) =>
        scope.Variables.TryGetValue(name, out var value) ? value : scope.State[Names.Local(scope.Frame, name)];

    Term Read(GlobalVariable read, Scope scope)
    {
        scope.Safety?.Read(scope.State, read.Name);
        return scope.State[Names.Global(read.Name)];
    }

    Term Read(RowField read, Scope scope)
    {
        var (table, row) = (TableOf(read.Row, scope), Handle(read.Row, scope));
        scope.Safety?.Read(scope.State, table, read.Field, row);
        return terms.Select(scope.State[Names.Field(table, read.Field)], row);
    }

    Term And(Logical e, Scope scope)
    {
        var left = Encode(e.Left, scope);
        return terms.And(left, Encode(e.Right, scope.Under(terms, left)));
    }

    Term Or(Logical e, Scope scope)
    {
        var left = Encode(e.Left, scope);
        return terms.Or(left, Encode(e.Right, scope.Under(terms, terms.Not(left))));
    }

    Term Choose(Conditional e, Scope scope)
    {
        var condition = Encode(e.Condition, scope);
        return terms.Ite(
            condition,
            Encode(e.WhenTrue, scope.Under(terms, condition)),
            Encode(e.WhenFalse, scope.Under(terms, terms.Not(condition))));
    }

    Term Compare(Comparison e, Scope scope)
    {
        var (left, right) = (Encode(e.Left, scope), Encode(e.Right, scope));
        return e.Operator switch
        {
            ComparisonOperator.Eq => terms.Eq(left, right),
            ComparisonOperator.Ne => terms.Not(terms.Eq(left, right)),
            ComparisonOperator.Lt => terms.Lt(left, right),
            ComparisonOperator.Le => terms.Le(left, right),
            ComparisonOperator.Gt => terms.Lt(right, left),
            _ => terms.Le(right, left),
        };
    }

    Term Calculate(Arithmetic e, Scope scope)
    {
        var (left, right) = (Encode(e.Left, scope), Encode(e.Right, scope));
        if (e.Operator is ArithmeticOperator.Div or ArithmeticOperator.Rem) scope.Safety?.Divide(scope.State.Path, right);
        return arithmetic.Apply(e.Operator, e.Type, left, right);
    }

    Term Index(Term handle) => handle.Op == Op.Null
        ? terms.Number(0)
        : terms.Apply($"index.{((HandleSort)handle.Sort).Name}", sorts.Of("u32"), handle);

    Term CallFunction(Call call, Scope scope)
    {
        var function = program.Function(call.Function);
        var arguments = call.Arguments.Select(argument => Encode(argument, scope)).ToList();
        var variables = Scope.NoVariables;
        for (var i = 0; i < arguments.Count; i++) variables = variables.Add(function.Parameters[i].Name, arguments[i]);
        var inside = scope with { Variables = variables, Frame = -1 };
        if (!function.Opaque) return Encode(function.Body, inside);

        // The value says nothing of the body, but its places are read all the same.
        if (scope.Safety is { } safety) Encode(function.Body, inside with { Safety = new ReadsOnly(safety) });

        // What the body reads of the state is part of what makes arguments equal.
        var mentions = Mentions.In(program, "", function.Body).Other.Order(StringComparer.Ordinal);
        return terms.Apply($"fn.{function.Name}", sorts.Of(function.Type), arguments.Concat(mentions.Select(name => scope.State[name])));
    }

    Term Count(Quantified count, Scope scope)
    {
        var (cardinality, key) = catalog.Find(count);
        var value = scope.State[Names.Count(cardinality.Number)];
        return key is null ? value : terms.Select(value, Encode(key, scope));
    }

    Term Quantify(Quantified e, Scope scope)
    {
        var (variable, isRow) = Row(e.Binder.Name, e.Binder.Type, scope.Depth);
        var inner = scope.Bind(e.Binder.Name, variable) with { Depth = scope.Depth + 1, Safety = null };
        var body = Encode(e.Body, inner);
        return e.Quantifier == Quantifier.ForAll
            ? ForAll([variable], terms.Implies(isRow, body))
            : terms.Not(ForAll([variable], terms.Not(terms.And(isRow, body))));
    }

    Term AllDifferent(Unique e, Scope scope)
    {
        var (p, pIsRow) = Row(e.Row.Name, e.Row.Type, scope.Depth);
        var (q, qIsRow) = Row(e.Row.Name, e.Row.Type, scope.Depth + 1);
        var (atP, atQ) = (scope.Bind(e.Row.Name, p), scope.Bind(e.Row.Name, q));
        var (whereP, whereQ) = (Encode(e.Where, atP), Encode(e.Where, atQ));
        var sameKeys = e.Keys.Select(key => terms.Eq(Encode(key, atP), Encode(key, atQ)));
        var premise = terms.And([pIsRow, qIsRow, whereP, whereQ, .. sameKeys]);
        var body = terms.Implies(premise, terms.Eq(p, q));

        // The rows that matter are those of which the program asks whether they are among the rows meant.
        var family = TriggerInference.FamiliesOf(p, whereP).FirstOrDefault();
        return family is null ? ForAll([p, q], body) : terms.ForAll(new([p, q], [new([family, family])]), body);
    }

    Term ForAll(IReadOnlyList<Term> variables, Term body) =>
        terms.ForAll(new([.. variables], TriggerInference.Triggers(variables, body)), body);

    static ComponentException Misplaced(string word) => new($"'{word}' has no meaning here");
}
