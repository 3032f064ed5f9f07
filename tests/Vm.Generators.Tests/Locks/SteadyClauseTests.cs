using Vm.Generators.Ir;
using Vm.Generators.Locks;
using Vm.Generators.Lowering;
using Vm.Generators.Tests.Diagnostics;
using Vm.Generators.Tests.Harness;

namespace Vm.Generators.Tests.Locks;

/// <summary>Which clauses are evaluated while other threads run.</summary>
public class SteadyClauseTests
{
    /// <summary>Of each operation of the module, the clauses that are steady, and behind them those that are not.</summary>
    [Fact]
    public Task Clauses_OfTheModule_AreSteadyOrNot()
    {
        var component = LoweredComponent.Of(RealSources.Impl.Complete, CancellationToken.None);
        var program = LockProgram.Of(component.Items)!;
        var (steady, all) = (0, 0);
        var lines = new List<string>();
        foreach (var operation in component.Operations.OrderBy(o => o.Name, StringComparer.Ordinal))
        {
            var contract = program.Contracts[operation.Contract];
            if (contract.Establishes) continue;
            var kept = SteadyClauses.Of(program, operation, contract);
            var (names, keptNames) = (Names(contract), Names(kept));
            (steady, all) = (steady + keptNames.Count, all + names.Count);
            if (names.Count > 0) lines.Add($"{operation.Name}: {Listed(keptNames)}; not {Listed(names.Except(keptNames))}");
        }

        return Verifier.Verify(string.Join("\n", lines.Append($"{steady} of {all} clauses are steady")));
    }

    [Theory]
    [InlineData("MustHold(Locks.Row, \"row\")", "Ensures", "s.Rows[row].Value == 0", true)]
    [InlineData("MustHold(Locks.Row, \"row\")", "Requires", "s.Rows[row].Value == 0", true)]
    [InlineData("MustHold(Locks.Row, \"row\")", "Ensures", "s.Rows[row].Value == Spec.Old(s.Rows[row].Value) + 1", true)]
    [InlineData("MustHold(Locks.Row, \"row\")", "Ensures", "s.Rows[s.Rows[row].Next].Value == 0", false)]
    [InlineData("MustHold(Locks.Row, \"row\")", "Ensures", "s.Rows[row].Value == s.Count", false)]
    [InlineData("MustHold(Locks.Row, \"row\")", "Ensures", "Spec.ForAll(s.Rows, r => s.Rows[r].Value == 0)", false)]
    [InlineData("Acquires(Locks.Row, \"row\")", "Ensures", "s.Rows[row].Value == 0", false)]
    [InlineData("MustHold(Locks.Count)", "Ensures", "s.Count == Spec.Old(s.Count) + 1", true)]
    [InlineData("Releases(Locks.Count)", "Requires", "s.Count == 0", true)]
    [InlineData("Releases(Locks.Count)", "Ensures", "s.Count == 0", false)]
    [InlineData("ReturnsHolding(Locks.Count)", "Ensures", "s.Count == 0", true)]
    [InlineData("ReturnsHolding(Locks.Count)", "Ensures", "s.Count == Spec.Old(s.Count)", false)]
    [InlineData("ReturnsHolding(Locks.Count)", "Requires", "s.Count == 0", false)]
    [InlineData("Acquires(Locks.Count)", "Ensures", "s.Greatest > 0", true)]
    [InlineData("Owns(\"row\")", "Ensures", "s.Rows[row].Value == 0", true)]
    [InlineData("Owns(\"row\"), GivesUp(\"row\")", "Ensures", "s.Rows[row].Value == 0", false)]
    [InlineData("Owns(\"row\"), GivesUp(\"row\")", "Requires", "s.Rows[row].Value == 0", true)]
    [InlineData("MustHold(Locks.Row, \"row\", When = \"row.IsUsed\"), Owns(\"row\", Unless = \"row.IsUsed\")", "Requires", "s.Rows[row].Value == 0", true)]
    [InlineData("MustHold(Locks.Row, \"row\", When = \"row.IsUsed\")", "Requires", "s.Rows[row].Value == 0", false)]
    public void Clause_IsSteadyIfALockOrTheOwnerKeepsWhatItReads(string contract, string kind, string clause, bool isSteady)
    {
        var project = TestProject.Of("Component", [("Prelude.cs", DiagnosticPage.Index.Programs[0]), ("Program.cs", $$"""
            using Vm.Vocabulary;
            [Contract, {{contract}}]
            public static partial class RunContract
            {
                [{{kind}}("it is so")] public static bool IsSo(State s, RowId row) => {{clause}};
            }
            public partial class Component<TMode>(State state) where TMode : struct, ICheckMode
            {
                readonly State s = state;
                [Operation(typeof(RunContract))] void RunBody(RowId row) { }
            }
            """)]);
        var component = LoweredComponent.Of(project.Complete, CancellationToken.None);
        var program = LockProgram.Of(component.Items)!;

        Assert.Equal(isSteady ? ["IsSo"] : [], Names(SteadyClauses.Of(program, component.Operations[0], program.Contracts["RunContract"])));
        Assert.Equal(isSteady, Woven(project).Contains(kind == "Requires" ? "if (!TMode.Contracts)" : "Checks.Count(1);\n            if (!global::RunContract.IsSo"));
    }

    /// <summary>A steady clause stands outside of what only contracts mode runs.</summary>
    static string Woven(TestProject project) => project.GenerateAnyway().Single(file => file.Key.EndsWith(".Run.g.cs", StringComparison.Ordinal)).Value;

    static IReadOnlyList<string> Names(ContractItem contract) => [.. contract.Requires.Concat(contract.Ensures).Select(c => c.Name)];

    static string Listed(IEnumerable<string> names) => names.Any() ? string.Join(", ", names) : "none";
}
