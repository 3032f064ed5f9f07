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
    public void Module_AsItIs_KeepsTheRules() => Assert.Empty(Judge(ImplItems.SelectMany(g => g), SpecItems.SelectMany(g => g)));

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
        var compilation = Impl.ReplaceSyntaxTree(mutant.Before, mutant.After);
        var own = ImplItems.Where(g => g.Key != mutant.Before).SelectMany(g => g)
            .Concat(LoweredComponent.Lower(compilation, [mutant.After], default));
        return Judge(own, SpecItems.SelectMany(g => g)).SelectMany(Places).Any(place => IsIn(place, mutant.Owner));
    }

    static bool IsReportedInBody(LockMutant mutant)
    {
        var compilation = Spec.ReplaceSyntaxTree(mutant.Before, mutant.After);
        var others = SpecItems.Where(g => g.Key != mutant.Before).SelectMany(g => g)
            .Concat(LoweredComponent.Lower(compilation, [mutant.After], default));
        var bodies = ImplItems.SelectMany(g => g).Select(d => d.Item).OfType<OperationItem>()
            .Where(o => o.Contract == mutant.Owner).Select(o => o.Name + "Body").ToList();
        return Judge(ImplItems.SelectMany(g => g), others).SelectMany(Places).Any(place => bodies.Exists(body => IsIn(place, body)));
    }

    static List<Diagnostic> Judge(IEnumerable<LoweredDeclaration> own, IEnumerable<LoweredDeclaration> others) =>
        [.. LockAnalyzer.Judge(new(own, others.Select(d => d.Item)))];

    static IEnumerable<Location> Places(Diagnostic diagnostic) => diagnostic.AdditionalLocations.Prepend(diagnostic.Location);

    /// <summary>Whether the place is in the method, or in one that calls it.</summary>
    static bool IsIn(Location place, string method)
    {
        var around = place.SourceTree!.GetRoot().FindNode(place.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>();
        return around is not null
            && (around.Identifier.Text == method
                || around.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => call.Expression.ToString() == method));
    }

    static ILookup<SyntaxTree, LoweredDeclaration> LowerEach(Compilation compilation) => compilation.SyntaxTrees
        .SelectMany(tree => LoweredComponent.Lower(compilation, [tree], default).Select(item => (tree, item)))
        .ToLookup(pair => pair.tree, pair => pair.item);
}
