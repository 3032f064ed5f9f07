using System.Security.Cryptography;
using System.Text;
using Microsoft.Z3;
using Vm.Proofs.Conditions;

namespace Vm.Proofs.Queries;

/// <summary>
/// What a proof of a condition is remembered under: everything that the answer depends on. That is each fact, the path and the
/// goal, complete and before instantiation; the solver, its version and limits; and the build of this library, because
/// instantiation and translation are its doing.
/// </summary>
sealed class ConditionKeys
{
    readonly TermDigests digests = new();
    readonly List<byte[]> prefixes;

    public ConditionKeys(OperationConditions operation, SolverInfo solver, ProofOptions options)
    {
        prefixes = [SHA256.HashData(Encoding.UTF8.GetBytes(Setting(solver, options)))];
        foreach (var fact in operation.Assumptions) prefixes.Add(SHA256.HashData([.. prefixes[^1], .. digests.Of(fact)]));
    }

    /// <summary>The key of a condition of the operation.</summary>
    public string Of(Condition condition) => Convert.ToHexStringLower(SHA256.HashData(
        [.. prefixes[condition.Assumptions], .. digests.Of(condition.Path), .. digests.Of(condition.Goal)]));

    /// <summary>The part of every key that is the same in one run.</summary>
    internal static string Setting(SolverInfo solver, ProofOptions options) => string.Join('\n',
        $"library {typeof(Prover).Module.ModuleVersionId}",
        $"binding {typeof(Context).Module.ModuleVersionId}",
        $"solver {solver.Name} {solver.Version}",
        $"seed {options.Seed}",
        $"timeout {options.Timeout.Ticks}",
        $"resource limit {options.ResourceLimit}");
}
