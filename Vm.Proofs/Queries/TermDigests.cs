using System.Security.Cryptography;
using System.Text;
using Vm.Proofs.Terms;

namespace Vm.Proofs.Queries;

/// <summary>
/// Digests of terms that depend on all that a term says and on nothing else. They are cryptographic, because a cached
/// proof is believed by the digest alone: whoever finds two terms of one digest has broken SHA-256.
/// </summary>
sealed class TermDigests
{
    readonly Dictionary<Term, byte[]> known = [];
    readonly MemoryStream bytes = new();
    readonly BinaryWriter writer;

    public TermDigests() => writer = new BinaryWriter(bytes, Encoding.UTF8);

    public byte[] Of(Term term)
    {
        if (!known.TryGetValue(term, out var digest))
        {
            // Before anything is written: the buffer is shared.
            var args = term.Args.Select(Of).ToList();
            var binding = term.Binding?.Variables.Select(Of).ToList();
            digest = Digest(term, args, binding);
            known.Add(term, digest);
        }

        return digest;
    }

    // Each part is written with its length or has a fixed one, so that no two terms are written alike.
    byte[] Digest(Term term, List<byte[]> args, List<byte[]>? variables)
    {
        bytes.SetLength(0);
        writer.Write((byte)term.Op);
        Write(term.Sort);
        writer.Write(term.Name);
        writer.Write(term.Number.ToString());
        Write(args);
        writer.Write(variables is not null);
        if (variables is not null)
        {
            Write(variables);
            writer.Write(term.Binding!.Triggers.Length);
            foreach (var trigger in term.Binding.Triggers) Write(trigger);
        }

        writer.Flush();
        return SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    void Write(List<byte[]> digests)
    {
        writer.Write(digests.Count);
        foreach (var digest in digests) writer.Write(digest);
    }

    void Write(Trigger trigger)
    {
        writer.Write(trigger.Families.Length);
        foreach (var family in trigger.Families)
        {
            writer.Write(family is not null);
            writer.Write(family ?? "");
        }
    }

    void Write(Sort sort)
    {
        switch (sort)
        {
            case BoolSort:
                writer.Write('b');
                break;
            case IntSort range:
                writer.Write('i');
                writer.Write($"{range.Least}..{range.Greatest}");
                break;
            case HandleSort handle:
                writer.Write(handle.HasNull ? 'n' : 'h');
                writer.Write(handle.Name);
                break;
            case ArraySort array:
                writer.Write('a');
                Write(array.Index);
                Write(array.Element);
                break;
            default:
                throw new NotSupportedException(sort.ToString());
        }
    }
}
