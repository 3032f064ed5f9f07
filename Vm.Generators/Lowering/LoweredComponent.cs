using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Vm.Generators.Common;
using Vm.Generators.Ir;
using Vm.Generators.Symbols;

namespace Vm.Generators.Lowering;

/// <summary>All that a project and those it refers to declare, and where its statements stand.</summary>
sealed class LoweredComponent
{
    static readonly ConditionalWeakTable<MetadataReference, IReadOnlyList<IrItem>> Referenced = new();

    readonly Dictionary<Stmt, Location> statements = new(ByReference.Instance);
    readonly Dictionary<string, Location> operations = [];

    /// <param name="own">The project's declarations.</param>
    /// <param name="others">Those of the projects that it refers to.</param>
    public LoweredComponent(IEnumerable<LoweredDeclaration> own, IEnumerable<IrItem> others)
    {
        var lowered = own.ToList();
        foreach (var declaration in lowered) AddPlaces(declaration);
        Operations = [.. lowered.Select(d => d.Item).OfType<OperationItem>()];
        Items = [.. lowered.Select(d => d.Item), .. others];
    }

    public IReadOnlyList<IrItem> Items { get; }

    /// <summary>The operations of the project itself.</summary>
    public IReadOnlyList<OperationItem> Operations { get; }

    /// <summary>Lowers a project. What cannot be lowered is left out; another analyzer says so.</summary>
    public static LoweredComponent Of(Compilation compilation, CancellationToken cancellation) =>
        new(Lower(compilation, compilation.SyntaxTrees, cancellation), ReferencedBy(compilation));

    /// <summary>What the operations of a project are specified by, in it and in those it refers to: all but bodies.</summary>
    public static IReadOnlyList<IrItem> SpecificationOf(Compilation compilation, CancellationToken cancellation) =>
        [.. Lower(compilation, compilation.SyntaxTrees, ItemLowering.Specifying, cancellation).Select(d => d.Item), .. ReferencedBy(compilation)];

    /// <summary>Lowers some of a project's files.</summary>
    public static IEnumerable<LoweredDeclaration> Lower(Compilation compilation, IEnumerable<SyntaxTree> trees, CancellationToken cancellation) =>
        Lower(WovenDeclarations.AddTo(compilation), trees, ItemLowering.Attributes, cancellation);

    static IEnumerable<LoweredDeclaration> Lower(
        Compilation compilation, IEnumerable<SyntaxTree> trees, IReadOnlyList<string> attributes, CancellationToken cancellation) =>
        trees.SelectMany(tree => tree.GetRoot(cancellation).DescendantNodes(IsOutside).OfType<MemberDeclarationSyntax>())
            .SelectMany(declaration => Lower(declaration, attributes, compilation, cancellation));

    static bool IsOutside(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    /// <summary>Where a statement stands.</summary>
    public Location? PlaceOf(Stmt statement) => statements.TryGetValue(statement, out var place) ? place : null;

    /// <summary>Where an operation stands.</summary>
    public Location PlaceOf(string operation) => operations[operation];

    static IEnumerable<LoweredDeclaration> Lower(
        MemberDeclarationSyntax declaration, IReadOnlyList<string> known, Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (declaration.AttributeLists.Count == 0) yield break;

        var symbol = compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellation);
        if (symbol is null) yield break;

        IEnumerable<string?> attributes = symbol.Has(VocabularyNames.LockOrder) ? [null] : known.Where(a => symbol.Has(a)).Cast<string?>();
        foreach (var attribute in attributes)
        {
            if (ItemLowering.Lower(declaration, attribute, compilation) is { Problems.Count: 0 } lowered) yield return lowered;
        }
    }

    /// <summary>Other assemblies may hold other components, with the same names in them.</summary>
    static IEnumerable<IrItem> ReferencedBy(Compilation compilation)
    {
        var own = new HashSet<IAssemblySymbol>(compilation.Assembly.AllTypes().SelectMany(SpecificationsOf), SymbolEqualityComparer.Default);
        return compilation.References.SelectMany(reference =>
            compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly && own.Contains(assembly)
                ? ItemsOf(reference, assembly)
                : []);
    }

    /// <summary>The assemblies that say what a type's operations promise: that of the state and those of the contracts.</summary>
    static IEnumerable<IAssemblySymbol> SpecificationsOf(INamedTypeSymbol type)
    {
        var contracts = type.GetMembers().Select(member => member.Attribute(VocabularyNames.Operation)?.Argument<INamedTypeSymbol>(0))
            .OfType<INamedTypeSymbol>().ToList();
        return contracts.Count > 0 && ComponentSymbol.Of(type) is { } component
            ? contracts.Select(contract => contract.ContainingAssembly).Append(component.State.Type.ContainingAssembly)
            : [];
    }

    /// <summary>A project that an editor refers to has its sources; a compiled one has them lowered.</summary>
    public static IReadOnlyList<IrItem> ItemsOf(MetadataReference reference, IAssemblySymbol assembly) =>
        Referenced.GetValue(reference, _ => ReadItems(reference, assembly));

    static IReadOnlyList<IrItem> ReadItems(MetadataReference reference, IAssemblySymbol assembly) =>
        reference is CompilationReference { Compilation: var other }
            ? [.. Lower(other, other.SyntaxTrees, default).Select(d => d.Item)]
            :
            [
                .. assembly.GetAttributes().Where(a => a.AttributeClass?.ToDisplayString() == VocabularyNames.IrItem)
                    .Select(a => IrReader.ReadItem(SexpParser.ParseAll(a.Argument<string>(0) ?? "")[0])),
            ];

    void AddPlaces(LoweredDeclaration declaration)
    {
        var body = declaration.Item switch
        {
            OperationItem operation => operation.Body,
            InlineItem helper => helper.Body,
            _ => [],
        };
        if (declaration.Item is OperationItem item) operations[item.Name] = declaration.Places[0].Location;
        foreach (var (statement, place) in body.InTextOrder().Zip(declaration.Places.Skip(1), (s, p) => (s, p)))
            statements[statement] = place.Location;
    }

    /// <summary>Statements are records, but two equal ones at two places are two.</summary>
    sealed class ByReference : IEqualityComparer<Stmt>
    {
        public static readonly ByReference Instance = new();

        public bool Equals(Stmt x, Stmt y) => ReferenceEquals(x, y);

        public int GetHashCode(Stmt statement) => RuntimeHelpers.GetHashCode(statement);
    }
}
