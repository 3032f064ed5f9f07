using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vm.Generators.Common;
using Vm.Generators.Ir;
using Vm.Generators.Suppressions;

namespace Vm.Generators.Lowering;

/// <summary>Lowers specifications and bodies to the intermediate representation that the proofs read.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class IrGenerator : IIncrementalGenerator
{
    /// <summary>Enums alone make no specification.</summary>
    static readonly int EnumRank = IrItem.Kinds.ToList().IndexOf("enum");

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var assembly = context.CompilationProvider.Select(static (c, _) => c.AssemblyName ?? "");
        var sourceRoot = context.AnalyzerConfigOptionsProvider.Select(static (o, _) => SourceRoot.Of(o.GlobalOptions));

        var items = context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => node is EnumDeclarationSyntax,
            static (c, token) => LoweredItems.Of(c.Node, null, c.SemanticModel.Compilation, token)).Collect();
        foreach (var attribute in ItemLowering.Attributes)
        {
            var annotated = context.SyntaxProvider.ForAttributeWithMetadataName(
                attribute,
                static (_, _) => true,
                (c, token) => LoweredItems.Of(c.TargetNode, attribute, c.SemanticModel.Compilation, token));
            items = items.Combine(annotated.Collect()).Select(static (pair, _) => pair.Left.AddRange(pair.Right));
        }

        // Of two items of one name the analyzer complains.
        var lowered = items.SelectMany(static (all, _) =>
            all.OfType<LoweredItem>().GroupBy(i => i.Entry.Property).Select(g => g.First()));

        var texts = lowered.Select(static (item, _) => item with { Places = [] }).WithTrackingName(StepNames.Items);
        context.RegisterImplementationSourceOutput(texts.Combine(assembly), static (c, pair) =>
            c.AddSource($"{IrWriter.CarrierOf(pair.Right)}.{pair.Left.Entry.Property}.g.cs", IrWriter.WriteItem(pair.Right, pair.Left)));

        var contents = lowered.Select(static (item, _) => item.Entry).Collect()
            .Select(static (entries, _) => entries
                .OrderBy(e => e.Rank).ThenBy(e => e.Name, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(StepNames.Contents);
        context.RegisterImplementationSourceOutput(contents.Combine(assembly), static (c, pair) =>
        {
            if (IsCarried(pair.Left))
                c.AddSource($"{IrWriter.CarrierOf(pair.Right)}.g.cs", IrWriter.WriteContents(pair.Right, pair.Left));
        });

        // Lemmas and what they assume are no items, because they are proved from compiled code; which has no places.
        var lemmas = MethodsWith(VocabularyNames.Lemma).Combine(MethodsWith(VocabularyNames.Assumed))
            .Select(static (pair, _) => pair.Left.AddRange(pair.Right));

        var map = lowered.Collect().Combine(lemmas)
            .Select(static (pair, _) => pair.Left.IsEmpty ? [] : pair.Left
                .OrderBy(i => i.Entry.Rank).ThenBy(i => i.Entry.Name, StringComparer.Ordinal)
                .SelectMany(i => i.Places)
                .Concat(pair.Right.OrderBy(place => place.Name, StringComparer.Ordinal)).ToEquatableArray())
            .WithTrackingName(StepNames.Map);
        context.RegisterImplementationSourceOutput(map.Combine(assembly).Combine(sourceRoot), static (c, pair) =>
        {
            var ((places, name), root) = pair;
            if (places.Count > 0) c.AddSource($"{IrWriter.CarrierOf(name)}.Map.g.cs", IrWriter.WriteMap(name, places, root));
        });

        var suppressions = context.CompilationProvider.Select(Suppressions).WithTrackingName(StepNames.Suppressions);
        var carried = suppressions.Combine(contents.Select(static (entries, _) => IsCarried(entries)));
        context.RegisterImplementationSourceOutput(carried.Combine(assembly).Combine(sourceRoot), static (c, pair) =>
        {
            var (((places, isCarried), name), root) = pair;
            if (isCarried) c.AddSource($"{IrWriter.CarrierOf(name)}.Suppressions.g.cs", IrWriter.WriteSuppressions(name, places, root));
        });

        IncrementalValueProvider<ImmutableArray<SourcePlace>> MethodsWith(string attribute) => context.SyntaxProvider.ForAttributeWithMetadataName(
            attribute,
            static (_, _) => true,
            static (c, _) => LoweredItems.Place(new($"{c.TargetSymbol.ContainingType.Name}.{c.TargetSymbol.Name}", 0, c.TargetSymbol.Locations[0]))).Collect();
    }

    static bool IsCarried(EquatableArray<IrEntry> entries) => entries.Any(e => e.Rank != EnumRank);

    /// <summary>Those of the contract language are in the items already, with their operations.</summary>
    static EquatableArray<SuppressedPlace> Suppressions(Compilation compilation, CancellationToken cancellation) =>
        compilation.SyntaxTrees.SelectMany(tree => SuppressionReader.In(compilation.GetSemanticModel(tree), cancellation))
            .Where(found => !found.IsListed)
            .Select(Place).OrderBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Line).ToEquatableArray();

    static SuppressedPlace Place(Suppression found)
    {
        var span = found.Place.GetLineSpan();
        return new(found.Means, found.Rule, found.Reason, span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
    }
}
