using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vm.Generators.Common;
using Vm.Generators.Ir;

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
            if (pair.Left.Any(e => e.Rank != EnumRank))
                c.AddSource($"{IrWriter.CarrierOf(pair.Right)}.g.cs", IrWriter.WriteContents(pair.Right, pair.Left));
        });

        var map = lowered.Collect()
            .Select(static (all, _) => all
                .OrderBy(i => i.Entry.Rank).ThenBy(i => i.Entry.Name, StringComparer.Ordinal)
                .SelectMany(i => i.Places).ToEquatableArray())
            .WithTrackingName(StepNames.Map);
        context.RegisterImplementationSourceOutput(map.Combine(assembly).Combine(sourceRoot), static (c, pair) =>
        {
            var ((places, name), root) = pair;
            if (places.Count > 0) c.AddSource($"{IrWriter.CarrierOf(name)}.Map.g.cs", IrWriter.WriteMap(name, places, root));
        });
    }
}
