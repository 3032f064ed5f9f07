using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Vm.Generators.Common;

namespace Vm.Generators.Diagnostics;

/// <summary>
/// Which locks the writers of a bit-field hold. A store to one field of a word rewrites the others, so the writers of all must
/// hold one lock in common.
/// </summary>
static class WordLocks
{
    /// <summary>Whether the struct declares guards at all; one that does not is nobody's shared state.</summary>
    public static bool AreDeclared(INamedTypeSymbol type) =>
        type.GetMembers().Any(m => m.Has(VocabularyNames.GuardedBy) || m.Has(VocabularyNames.GuardedByAny));

    /// <summary>A field that leaves the word without a common lock, and one that it has none in common with.</summary>
    public static (PlacedField Field, PlacedField Other)? Conflict(IEnumerable<PlacedField> word)
    {
        var written = word.Where(f => !f.Property.Has(VocabularyNames.Constant)).ToList();
        for (var i = 1; i < written.Count; i++)
        {
            var common = Writers(written[i]);
            foreach (var other in written.Take(i))
            {
                common = common.Intersect(Writers(other));
                if (common.IsEmpty) return (written[i], other);
            }
        }

        return null;
    }

    /// <summary>The locks in words.</summary>
    public static string Name(PlacedField field)
    {
        var writers = Writers(field);
        return writers.IsEmpty ? "no lock" : string.Join(" and ", writers.OrderBy(w => w, StringComparer.Ordinal));
    }

    static ImmutableHashSet<string> Writers(PlacedField field)
    {
        var property = field.Property;
        if (property.Attribute(VocabularyNames.GuardedBy) is { } one) return [one.MemberArgument(0)];
        return property.Attribute(VocabularyNames.GuardedByAny) is { } any ? [.. any.MemberArguments()] : [];
    }
}
