using System.Reflection;
using System.Runtime.ExceptionServices;
using Vm.Generators.Ir;
using Vm.Proofs.Reading;
using Vm.Vocabulary;

namespace Vm.Proofs.Interpretation;

/// <summary>
/// Runs operations of the compiled component, with all checks on, from states given as numbers. What is seen to fail here
/// failed in the code that ships.
/// </summary>
sealed class ComponentHost
{
    readonly IrProgram program;
    readonly ComponentTypes types;
    readonly LockPaths paths;
    readonly ThreadLocal<Interpreter> trials;

    /// <exception cref="ComponentException">The component's compiled types are not there or do not fit.</exception>
    public ComponentHost(Component component)
    {
        program = component.Program;
        types = new ComponentTypes(component);
        paths = new LockPaths(program);
        trials = new(() => new Interpreter(program));
    }

    /// <summary>The component's state as numbers.</summary>
    public ConcreteState Read(object state)
    {
        var tables = program.State.Tables.ToDictionary(table => table.Name, table => TableOf(state, table));
        var numbers = new ConcreteState(program, tables.ToDictionary(table => table.Key, table => table.Value.Count));
        foreach (var table in program.State.Tables)
        {
            foreach (var row in numbers.Rows(table))
            {
                var values = tables[table.Name][(uint)row];
                foreach (var field in program.Fields(table))
                    numbers[table.Name, row, field.Name] = Members.ToNumber(Members.Get(values, field.Name)!);
            }
        }

        foreach (var global in program.Globals) numbers[global.Name] = Members.ToNumber(Members.Get(state, global.Name)!);
        return numbers;
    }

    /// <summary>The state as its constructor leaves it.</summary>
    /// <param name="rows">By name, the number of rows of the tables whose size the constructor takes.</param>
    public ConcreteState Empty(Func<string, int> rows) => Read(Construct(rows));

    /// <summary>The name of the class of operations, without its type argument.</summary>
    public string OperationsName => types.Operations.Name.Split('`')[0];

    /// <summary>The namespaces of the component's types.</summary>
    public IEnumerable<string> Namespaces =>
        new[] { types.State, types.Operations, typeof(Full) }.Select(type => type.Namespace!).Distinct();

    /// <summary>The names of the parameters of the state's constructor, and the numbers of rows to give for a state of that size.</summary>
    public IEnumerable<(string Name, int Rows)> ConstructorArguments(ConcreteState numbers) =>
        types.State.GetConstructors()[0].GetParameters().Select(parameter => (parameter.Name!, numbers.RowCounts[TableFor(parameter)]));

    /// <summary>The arguments of an operation as values of its parameters' types.</summary>
    /// <returns>One for each parameter; null, which stands for a default value, for those of the world outside.</returns>
    public IReadOnlyList<object?> Arguments(string operation, IReadOnlyList<Int128> numbers) =>
        Arguments(types.Operations.GetMethod(operation)!, numbers);

    static IReadOnlyList<object?> Arguments(MethodInfo operation, IReadOnlyList<Int128> numbers)
    {
        var given = new Queue<Int128>(numbers);
        return
        [
            .. operation.GetParameters().Select(parameter =>
                parameter.IsDefined(typeof(OutsideAttribute)) ? null : Members.FromNumber(given.Dequeue(), parameter.ParameterType)),
        ];
    }

    /// <summary>A state of the component at a call of an operation: with the locks that its contract asks for.</summary>
    public object Prepare(OperationItem operation, IReadOnlyList<Int128> arguments, ConcreteState numbers)
    {
        var state = Build(numbers);
        TakeLocks(operation, arguments, numbers, state);
        return state;
    }

    /// <summary>A state of the component with these values and with all locks free.</summary>
    public object Build(ConcreteState numbers)
    {
        var state = Construct(table => numbers.RowCounts[table]);
        foreach (var table in program.State.Tables)
        {
            var rows = TableOf(state, table);
            foreach (var row in numbers.Rows(table))
            {
                var values = rows[(uint)row];
                foreach (var field in program.Fields(table))
                    Members.Set(values, field.Name, type => Members.FromNumber(numbers[table.Name, row, field.Name], type));
                rows[(uint)row] = values;
            }
        }

        foreach (var global in program.Globals)
            Members.Set(state, global.Name, type => Members.FromNumber(numbers[global.Name], type));
        return state;
    }

    /// <summary>The first invariant that the compiled catalogue finds violated, or null.</summary>
    public Execution? CatalogueViolation(ConcreteState numbers) =>
        Attempt(() => Call(types.Create(typeof(Full), Build(numbers)), "CheckInvariants", _ => [nameof(CatalogueViolation)]))
            is { Failure: not null } failure ? failure : null;

    /// <summary>
    /// Runs an operation with the locks that its contract asks for. A body that does not end is noticed by interpreting it
    /// first, because a thread of the component cannot be stopped.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="arguments">Its arguments as numbers.</param>
    /// <param name="before">The state at entry.</param>
    /// <param name="after">The state when it returned or failed.</param>
    public Execution Run(string operation, IReadOnlyList<Int128> arguments, ConcreteState before, out ConcreteState after)
    {
        var trial = before.Clone();
        if (trials.Value!.Run(operation, arguments, trial) is { Failure: Interpreter.Endless } endless)
        {
            after = trial;
            return endless;
        }

        var state = Prepare(program.CodeOf<OperationItem>(operation), arguments, before);
        var component = types.Create(typeof(Full), state);
        var execution = Attempt(() => Call(component, operation, method => Arguments(method, arguments)));
        after = Read(state);
        return execution;
    }

    static Execution Attempt(Func<Int128?> action)
    {
        try
        {
            return new Execution(action());
        }
        catch (CheckFailedException failure)
        {
            return new Execution(null, failure.Message, failure.Clause);
        }
        catch (Exception failure) when (failure is PanicException or IndexOutOfRangeException or NullReferenceException)
        {
            return new Execution(null, failure.Message);
        }
        finally
        {
            // A run that was stopped gives nothing back, and its state goes with its locks.
            HeldLocks.ForgetAll();
        }
    }

    static Int128? Call(object component, string method, Func<MethodInfo, IReadOnlyList<object?>> argumentsOf)
    {
        var operation = component.GetType().GetMethod(method)
            ?? throw new ComponentException($"{component.GetType().Name} has no public operation {method}");
        try
        {
            return operation.Invoke(component, [.. argumentsOf(operation)]) is { } result ? Members.ToNumber(result) : null;
        }
        catch (TargetInvocationException failure) when (failure.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    void TakeLocks(OperationItem code, IReadOnlyList<Int128> arguments, ConcreteState numbers, object state)
    {
        foreach (var clause in program.Contract(code.Contract).Locks.Where(clause => clause.Duty == LockDuty.MustHold))
        {
            if (paths.Of(clause, code, arguments, numbers) is not { } held) continue;
            if (held.Table is null)
            {
                Take(state, LockField(types.State, clause));
                continue;
            }

            var rows = TableOf(state, program.Table(held.Table));
            var values = rows[(uint)held.Row];
            Take(values, LockField(values.GetType(), clause));
            rows[(uint)held.Row] = values;
        }
    }

    static FieldInfo LockField(Type owner, LockClause clause) => owner.GetFields().First(field =>
        field.GetCustomAttribute<LockClassAttribute>()?.LockClass.ToString() == clause.LockClass);

    static void Take(object owner, FieldInfo field)
    {
        var held = (SimpleLock)field.GetValue(owner)!;
        held.TryAcquire();
        field.SetValue(owner, held);
    }

    /// <summary>The constructor takes the number of rows of tables by their names; the other tables make their own.</summary>
    object Construct(Func<string, int> rows)
    {
        var constructor = types.State.GetConstructors()[0];
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => (object)rows(TableFor(parameter)))]);
    }

    string TableFor(ParameterInfo parameter) =>
        program.State.Tables.FirstOrDefault(table => table.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase))?.Name
        ?? throw new ComponentException(
            $"the constructor of {types.State.Name} has the parameter {parameter.Name}, which names none of its tables");

    static ITableAccess TableOf(object state, TableDeclaration table) => ITableAccess.To(Members.Get(state, table.Name)!);
}
