using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Vm.Proofs.Instantiation;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Hints;

/// <summary>
/// Short names of facts, the same in every run of the same sources, whichever conditions were decided before: the numbers of witnesses and the order of
/// operands say nothing. Two facts that share a name are both taken where one is meant.
/// </summary>
sealed class FactNames
{
    readonly Dictionary<Term, ulong> known = [];

    public uint Of(Term fact) => (uint)Digest(fact);

    ulong Digest(Term term)
    {
        if (!known.TryGetValue(term, out var digest))
        {
            var parts = new ulong[term.Args.Length];
            for (var i = 0; i < parts.Length; i++) parts[i] = Digest(term.Args[i]);
            if (term.Op is Op.And or Op.Or or Op.Eq or Op.Add) Array.Sort(parts);
            var head = XxHash3.HashToUInt64(Encoding.UTF8.GetBytes($"{term.Op} {NameOf(term)} {term.Number}"));
            digest = XxHash3.HashToUInt64(MemoryMarshal.AsBytes<ulong>(parts), (long)head);
            known.Add(term, digest);
        }

        return digest;
    }

    static string NameOf(Term term) => term.Name.StartsWith(Normalizer.WitnessPrefix, StringComparison.Ordinal) ? term.Family : term.Name;
}
