using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vm.Generators.Common;

namespace Vm.Generators.Weaving;

/// <summary>Weaves contracts and invariants around hand-written bodies.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class OperationGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var woven = context.SyntaxProvider.ForAttributeWithMetadataName(
                VocabularyNames.Operation,
                static (node, _) => node is MethodDeclarationSyntax,
                OperationReader.Read)
            .Where(static w => w is not null);

        var operations = woven.Select(static (w, _) => w!.Operation).WithTrackingName(StepNames.Operations);
        context.RegisterSourceOutput(operations, static (c, model) =>
            c.AddSource($"{model.Place.Hint}.{model.Name}.g.cs", OperationWriter.Write(model)));

        var components = woven.Select(static (w, _) => w!.Component).Collect()
            .SelectMany(static (all, _) => all.Distinct())
            .WithTrackingName(StepNames.Components);
        context.RegisterSourceOutput(components, static (c, model) =>
            c.AddSource($"{model.Place.Hint}.Component.g.cs", ComponentWriter.Write(model)));
    }
}
