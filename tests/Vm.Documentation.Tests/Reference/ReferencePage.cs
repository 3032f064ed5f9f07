using System.Reflection;
using System.Text;
using Vm.Vocabulary;

namespace Vm.Documentation.Tests.Reference;

/// <summary>The reference of the contract language, made from its XML documentation.</summary>
static class ReferencePage
{
    static readonly (string Title, Type[] Types)[] chapters =
    [
        ("The state", [typeof(StateAttribute), typeof(Table<,>), typeof(IHandle<>), typeof(HandleAttribute), typeof(RowAttribute), typeof(PackedAttribute), typeof(BitsAttribute), typeof(GhostSet<>)]),
        ("Clauses", [typeof(InvariantAttribute), typeof(ContractAttribute), typeof(RequiresAttribute), typeof(EnsuresAttribute), typeof(ModifiesAttribute), typeof(EstablishesAttribute), typeof(AbstractStateAttribute)]),
        ("Words of clauses", [typeof(Spec)]),
        ("Bodies", [typeof(OperationAttribute), typeof(InlineAttribute), typeof(PureAttribute), typeof(OpaqueAttribute), typeof(ExternalAttribute), typeof(TrustedAttribute), typeof(MutantAttribute), typeof(Check), typeof(Loop)]),
        ("Guards of fields", [typeof(LockOrderAttribute), typeof(LockClassAttribute), typeof(GuardedByAttribute), typeof(GuardedByAnyAttribute), typeof(GuardedWhileAttribute), typeof(ConstantAttribute), typeof(LockedByAttribute), typeof(OwnedUnlessAttribute)]),
        ("What operations do with locks", [typeof(MustHoldAttribute), typeof(MustNotHoldAttribute), typeof(AcquiresAttribute), typeof(ReleasesAttribute), typeof(ReturnsHoldingAttribute), typeof(OwnsAttribute), typeof(GivesUpAttribute), typeof(ReturnsOwnedAttribute), typeof(TriesLockAttribute), typeof(UnlockedAttribute)]),
        ("Locks", [typeof(SimpleLock), typeof(LockScope), typeof(SequenceLock)]),
        ("How much is checked", [typeof(ICheckMode), typeof(Off), typeof(Locks), typeof(Contracts), typeof(Full), typeof(CheckLog)]),
        ("When a check stops it", [typeof(CheckFailedException), typeof(PanicException), typeof(RowChange), typeof(IDescribed)]),
    ];

    public static string Make()
    {
        var documentation = new XmlDocumentation(typeof(Spec).Assembly);
        var text = new StringBuilder("""
            # Reference of the contract language

            Made from the XML documentation of `Vm.Vocabulary`; a test keeps this page equal to it. The [samples](../../samples/README.md) teach the language in ten minutes.

            """);
        foreach (var (title, types) in chapters.Append(("For generated code and tools", [.. Rest()])))
        {
            text.Append($"\n## {title}\n");
            foreach (var type in types) Write(text, type, documentation);
        }

        return text.ToString();
    }

    static IEnumerable<Type> Rest() => typeof(Spec).Assembly.GetExportedTypes()
        .Where(type => type.Namespace == typeof(Spec).Namespace && !type.IsNested && !chapters.Any(chapter => chapter.Types.Contains(type)))
        .OrderBy(type => type.Name, StringComparer.Ordinal);

    static void Write(StringBuilder text, Type type, XmlDocumentation documentation)
    {
        text.Append($"\n### {Heading(type)}\n\n{documentation.Of(type)}\n");
        var lines = Parameters(type).Select(parameter => (Name: $"`{parameter}`", Text: documentation.OfParameter(type, parameter)))
            .Concat(Members(type).Select(member => (Name: Signature(member), Text: documentation.Of(member))))
            .Where(line => line.Text.Length > 0).ToList();
        if (lines.Count == 0) return;

        text.Append("\n| | |\n|---|---|\n");
        foreach (var (name, meaning) in lines) text.Append($"| {name} | {meaning.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
    }

    /// <summary>Attributes as they are written, with the parameters of their constructor.</summary>
    static string Heading(Type type)
    {
        var name = NameOf(type);
        if (!typeof(Attribute).IsAssignableFrom(type)) return $"`{name}`";

        name = name[..^"Attribute".Length];
        var parameters = Parameters(type).ToList();
        return parameters.Count == 0 ? $"`[{name}]`" : $"`[{name}({string.Join(", ", parameters)})]`";
    }

    static IEnumerable<string> Parameters(Type type) => typeof(Attribute).IsAssignableFrom(type)
        ? type.GetConstructors().FirstOrDefault()?.GetParameters().Select(parameter => parameter.Name!) ?? []
        : [];

    static IEnumerable<MemberInfo> Members(Type type)
    {
        var own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var parameters = Parameters(type).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return type.GetMembers(own)
            .Where(member => member is PropertyInfo or FieldInfo { IsSpecialName: false } or MethodInfo { IsSpecialName: false } && !parameters.Contains(member.Name))
            .OrderBy(member => member.MetadataToken);
    }

    static string Signature(MemberInfo member) => member switch
    {
        MethodInfo method => $"`{method.Name}{Arguments(method)}({string.Join(", ", method.GetParameters().Where(parameter => !IsCallerInfo(parameter)).Select(parameter => parameter.Name))})`",
        PropertyInfo property when property.GetIndexParameters() is [var index] => $"`this[{index.Name}]`",
        _ => $"`{member.Name}`",
    };

    /// <summary>The type arguments that have to be written: those that no parameter tells.</summary>
    static string Arguments(MethodInfo method)
    {
        var told = string.Join(' ', method.GetParameters().Select(parameter => $"{parameter.ParameterType}"));
        var written = method.GetGenericArguments().Select(argument => argument.Name).Where(name => !told.Contains(name, StringComparison.Ordinal)).ToList();
        return written.Count > 0 ? $"<{string.Join(", ", written)}>" : "";
    }

    static bool IsCallerInfo(ParameterInfo parameter) => parameter.CustomAttributes.Any(attribute => attribute.AttributeType.Name.StartsWith("Caller", StringComparison.Ordinal));

    static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(argument => argument.Name))}>"
        : type.Name;
}
