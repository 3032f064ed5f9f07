using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Vm.Generators.Ir;
using Vm.Proofs.Reading;
using Vm.Vocabulary;

namespace Vm.Proofs;

/// <summary>A component and its specification, as the generator lowered them.</summary>
public sealed class Component
{
    Component(IReadOnlyList<Assembly> assemblies, IReadOnlyList<string> texts, IReadOnlyList<string> maps, IReadOnlyList<string> suppressions)
    {
        Assemblies = assemblies;
        Texts = texts;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(texts))))[..16];
        Program = new IrProgram([.. texts.Select(IrReader.Read)], new SourceMap(maps));
        Suppressions = [.. suppressions.SelectMany(Suppression.Read)];
    }

    Component(Component other, IrProgram program) =>
        (Assemblies, Texts, Hash, Suppressions, Program) = (other.Assemblies, other.Texts, other.Hash, other.Suppressions, program);

    /// <summary>The assemblies that the component was read from; empty if it was read from texts.</summary>
    public IReadOnlyList<Assembly> Assemblies { get; }

    /// <summary>Version of the intermediate representation.</summary>
    public static string Version => $"{IrFile.Version}";

    /// <summary>Hash of the intermediate representation.</summary>
    public string Hash { get; }

    /// <summary>What proofs of the component rest on without proving it.</summary>
    public IReadOnlyList<TrustedItem> Trusted => Trust.Of(this);

    /// <summary>What its operations do with locks.</summary>
    public LockTable Locks => LockTables.Of(Program);

    /// <summary>The representation itself, a text for each assembly.</summary>
    internal IReadOnlyList<string> Texts { get; }

    /// <summary>Where its sources let rules of the analyzers pass.</summary>
    internal IReadOnlyList<Suppression> Suppressions { get; }

    internal IrProgram Program { get; }

    /// <summary>Reads a component from its specification's and its implementation's assemblies.</summary>
    /// <exception cref="ComponentException">An assembly was not built with the generator, or something is missing.</exception>
    public static Component Load(params Assembly[] assemblies)
    {
        var carriers = assemblies.Select(CarrierOf).ToList();
        IReadOnlyList<string> Texts(string property) => [.. carriers.Select(c => TextOf(c, property))];
        return Read(assemblies, Texts("Text"), Texts("Map"), Texts("Suppressions"));
    }

    /// <summary>Reads a component from texts in the form of <c>docs/ir.md</c>.</summary>
    /// <exception cref="ComponentException">A text is malformed, or something is missing.</exception>
    internal static Component Parse(params string[] texts) => Read([], texts, [], []);

    /// <summary>The component with another body; its assemblies have the old one.</summary>
    internal Component With(CodeItem body) => new(this, Program.With(body));

    static Component Read(
        IReadOnlyList<Assembly> assemblies, IReadOnlyList<string> texts, IReadOnlyList<string> maps, IReadOnlyList<string> suppressions)
    {
        try
        {
            return new(assemblies, texts, maps, suppressions);
        }
        catch (IrFormatException e)
        {
            throw new ComponentException(e.Message, e);
        }
    }

    static Type CarrierOf(Assembly assembly) =>
        assembly.GetCustomAttribute<IrCarrierAttribute>()?.Carrier
        ?? throw new ComponentException(
            $"{assembly.GetName().Name} carries no intermediate representation; "
            + "reference Vm.Generators as an analyzer in its project and build it again");

    static string TextOf(Type carrier, string property) =>
        carrier.GetProperty(property, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)?.GetValue(null) as string
        ?? throw new ComponentException($"{carrier} has no text {property}; build its project with this release's generator");
}
