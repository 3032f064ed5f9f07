using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Vm.Generators.Common;

namespace Vm.Generators.Diagnostics;

/// <summary>Judges the layout of packed words: VM0001, VM0002 and VM0003.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PackedAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.BitFieldDoesNotFit, Descriptors.BitFieldsOverlap, Descriptors.WordWithoutCommonLock];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Attribute(VocabularyNames.Packed) is not { } packed) return;

        var declared = packed.Argument<int>(0);
        if (declared is not (8 or 16 or 32 or 64))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.BitFieldDoesNotFit, type.Locations[0],
                type.Name, $"has words of {declared} bits", "words have 8, 16, 32 or 64"));
            return;
        }

        var fields = type.GetMembers().OfType<IPropertySymbol>()
            .Where(p => p.Has(VocabularyNames.Bits)).Select(p => new PlacedField(p, declared)).ToList();
        foreach (var field in fields)
        {
            if (BitFieldFit.Misfit(field) is not var (what, wayOut)) continue;
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.BitFieldDoesNotFit, field.Location, field.FullName, what, wayOut));
        }

        ReportOverlaps(context, fields);
        if (WordLocks.AreDeclared(type)) ReportWordsWithoutLock(context, fields);
    }

    static void ReportOverlaps(SymbolAnalysisContext context, List<PlacedField> fields)
    {
        for (var i = 1; i < fields.Count; i++)
        {
            var other = fields.Take(i).FirstOrDefault(fields[i].Overlaps);
            if (other is null) continue;
            var bit = Math.Max(fields[i].First, other.First);
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.BitFieldsOverlap, fields[i].Location,
                fields[i].FullName, other.FullName, bit % fields[i].WordBits, bit / fields[i].WordBits));
        }
    }

    static void ReportWordsWithoutLock(SymbolAnalysisContext context, List<PlacedField> fields)
    {
        foreach (var word in fields.SelectMany(f => f.Words.Select(w => (Word: w, Field: f))).GroupBy(w => w.Word, w => w.Field))
        {
            if (WordLocks.Conflict(word) is not var (field, other)) continue;
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.WordWithoutCommonLock, field.Location,
                field.FullName, WordLocks.Name(field), word.Key, other.FullName, WordLocks.Name(other)));
        }
    }
}
