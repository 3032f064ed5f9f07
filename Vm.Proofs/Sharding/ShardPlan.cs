using System.Security.Cryptography;
using System.Text;

namespace Vm.Proofs.Sharding;

/// <summary>An obligation and a guess of what its proof costs.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Guess">The cost if none is recorded, in the solver's own measure.</param>
readonly record struct Owed(Obligation Obligation, long Guess);

/// <summary>
/// Shares obligations: the dearest first, each goes to the part that has least so far. Every machine makes the same plan from the same
/// sources, and its hash says so.
/// </summary>
sealed class ShardPlan
{
    readonly int[] shards;

    /// <param name="owed">All obligations, in their order.</param>
    /// <param name="count">The number of parts.</param>
    /// <param name="costs">What is known of costs.</param>
    public ShardPlan(IReadOnlyList<Owed> owed, int count, RecordedCosts costs)
    {
        shards = new int[owed.Count];
        long[] known = [.. ObligationKey.Of(owed.Select(each => each.Obligation)).Zip(owed, (key, each) => costs.Of(key) ?? each.Guess)];
        var loads = new long[count];
        foreach (var position in Enumerable.Range(0, owed.Count).OrderByDescending(position => known[position]))
        {
            var least = Array.IndexOf(loads, loads.Min());
            loads[least] += known[position];
            shards[position] = least + 1;
        }

        var lines = owed.Select((each, position) => $"{each.Obligation} {shards[position]}");
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend($"{count}")))))[..16];
    }

    /// <summary>Of all obligations and of who proves which.</summary>
    public string Hash { get; }

    /// <summary>Whether a part has the obligation at a position.</summary>
    public bool Has(Shard shard, int position) => shards[position] == shard.Index;

    /// <summary>The positions of a part's obligations.</summary>
    public IReadOnlyList<int> Of(Shard shard) => [.. Enumerable.Range(0, shards.Length).Where(position => Has(shard, position))];
}
