using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vm.Generators.Diagnostics;
using Vm.Generators.Ir;
using Vm.Generators.Lowering;
using Vm.Generators.Tests.Harness;

namespace Vm.Generators.Tests.Locks;

/// <summary>The module without one of its locks, for each of them: the analyzer says so, at the body or at its callers.</summary>
public class LockMutantTests
{
    static readonly Compilation Spec = RealSources.Spec.Complete;
    static readonly Compilation Impl = RealSources.Impl.Complete;
    static readonly ILookup<SyntaxTree, LoweredDeclaration> SpecItems = LowerEach(Spec);
    static readonly ILookup<SyntaxTree, LoweredDeclaration> ImplItems = LowerEach(Impl);

    [Fact]
    public void Module_AsItIs_KeepsTheRules() =>
        Assert.Empty(Judge(ImplItems.SelectMany(g => g), SpecItems.SelectMany(g => g), _ => true));

    [Fact]
    public void Body_WithoutOneOfItsLocks_IsReportedThereOrAtItsCallers()
    {
        var mutants = ImplItems.SelectMany(g => LockMutant.OfBodies(g.Key)).ToList();
        Assert.InRange(mutants.Count, 25, int.MaxValue);
        Assert.Empty(mutants.Where(m => !IsReported(m)).Select(m => m.Name));
    }

    [Fact]
    public void Contract_WithoutOneMustHold_IsReportedInItsBody()
    {
        var mutants = SpecItems.SelectMany(g => LockMutant.OfContracts(g.Key)).ToList();
        Assert.InRange(mutants.Count, 40, int.MaxValue);
        Assert.Empty(mutants.Where(m => !IsReportedInBody(m)).Select(m => m.Name));
    }

    static bool IsReported(LockMutant mutant)
    {
        var own = Replace(Impl, ImplItems, mutant);
        var methods = WithCallers(mutant.Owner, [.. own.Select(d => d.Item)]);
        var found = Judge(own, SpecItems.SelectMany(g => g), operation => methods.Contains(operation.Name + "Body"));
        return found.SelectMany(Places).Any(place => methods.Contains(MethodAt(place)));
    }

    static bool IsReportedInBody(LockMutant mutant)
    {
        var found = Judge(ImplItems.SelectMany(g => g), Replace(Spec, SpecItems, mutant), operation => operation.Contract == mutant.Owner);
        return found.Count > 0;
    }

    static List<LoweredDeclaration> Replace(Compilation compilation, ILookup<SyntaxTree, LoweredDeclaration> items, LockMutant mutant) =>
    [
        .. items.Where(g => g.Key != mutant.Before).SelectMany(g => g),
        .. LoweredComponent.Lower(compilation.ReplaceSyntaxTree(mutant.Before, mutant.After), [mutant.After], default),
    ];

    /// <summary>The method, and those that lead to it through helpers.</summary>
    static HashSet<string> WithCallers(string method, IReadOnlyList<IrItem> items)
    {
        var bodies = items.Select(item => item switch
        {
            OperationItem o => (Method: o.Name + "Body", Text: IrPrinter.Print(o)),
            InlineItem i => (Method: i.Name, Text: IrPrinter.Print(i)),
            _ => (Method: "", Text: ""),
        }).Where(body => body.Text.Length > 0).ToList();
        HashSet<string> methods = [method];
        while (bodies.Any(body => methods.Any(m => body.Text.Contains($"(inlined {m} ") || body.Text.Contains($"(inlined {m})")) && methods.Add(body.Method)))
        {
        }

        return methods;
    }

    static List<Diagnostic> Judge(
        IEnumerable<LoweredDeclaration> own, IEnumerable<LoweredDeclaration> others, Func<OperationItem, bool> which)
    {
        var component = new LoweredComponent(own, others.Select(d => d.Item));
        return [.. LockAnalyzer.Judge(component, component.Operations.Where(which))];
    }

    static IEnumerable<Location> Places(Diagnostic diagnostic) => diagnostic.AdditionalLocations.Prepend(diagnostic.Location);

    static string MethodAt(Location place) =>
        place.SourceTree!.GetRoot().FindNode(place.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.Text ?? "";

    static ILookup<SyntaxTree, LoweredDeclaration> LowerEach(Compilation compilation) => compilation.SyntaxTrees
        .SelectMany(tree => LoweredComponent.Lower(compilation, [tree], default).Select(item => (tree, item)))
        .ToLookup(pair => pair.tree, pair => pair.item);
}
