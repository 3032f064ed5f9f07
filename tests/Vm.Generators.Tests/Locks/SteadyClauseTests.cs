using Vm.Generators.Ir;
using Vm.Generators.Locks;
using Vm.Generators.Lowering;
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

    static IReadOnlyList<string> Names(ContractItem contract) => [.. contract.Requires.Concat(contract.Ensures).Select(c => c.Name)];

    static string Listed(IEnumerable<string> names) => names.Any() ? string.Join(", ", names) : "none";
}
