using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace Vm.Documentation.Tests.Reference;

/// <summary>The XML documentation that the compiler wrote beside an assembly.</summary>
sealed class XmlDocumentation(Assembly assembly)
{
    readonly Dictionary<string, XElement> members =
        XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>A section of a type's documentation as Markdown; empty if there is none.</summary>
    public string Of(Type type, string section = "summary") => Text(members.GetValueOrDefault($"T:{type.FullName}")?.Element(section));

    /// <summary>A section of a member's documentation as Markdown; empty if there is none.</summary>
    public string Of(MemberInfo member, string section = "summary")
    {
        var owner = member.DeclaringType!.FullName;
        var name = member switch
        {
            MethodInfo { IsGenericMethodDefinition: true } method => $"M:{owner}.{member.Name}``{method.GetGenericArguments().Length}",
            MethodInfo => $"M:{owner}.{member.Name}",
            PropertyInfo => $"P:{owner}.{member.Name}",
            _ => $"F:{owner}.{member.Name}",
        };

        // No word of the language is overloaded but by type parameters, so the name up to its parameters is enough.
        var found = members.FirstOrDefault(entry => entry.Key == name
            || entry.Key.StartsWith(name + "(", StringComparison.Ordinal)).Value;
        return Text(found?.Element(section));
    }

    /// <summary>What the parameters of a type's constructor mean, by name.</summary>
    public string OfParameter(Type type, string parameter) => Text(
        members.Where(entry => entry.Key == $"T:{type.FullName}" || entry.Key.StartsWith($"M:{type.FullName}.#ctor", StringComparison.Ordinal))
            .SelectMany(entry => entry.Value.Elements("param")).FirstOrDefault(element => element.Attribute("name")?.Value == parameter));

    static string Text(XElement? section)
    {
        if (section is null) return "";

        var text = new StringBuilder();
        foreach (var node in section.Nodes()) Append(text, node);
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    static void Append(StringBuilder text, XNode node)
    {
        switch (node)
        {
            case XText plain:
                text.Append(plain.Value);
                break;
            case XElement { Name.LocalName: "c" or "code" } code:
                text.Append($"`{code.Value}`");
                break;
            case XElement { Name.LocalName: "see" or "paramref" or "typeparamref" } link:
                text.Append($"`{NameOf(link)}`");
                break;
            case XElement element:
                text.Append(' ');
                foreach (var inner in element.Nodes()) Append(text, inner);
                break;
        }
    }

    /// <summary>For example <c>Spec.Old</c> for <c>M:Vm.Vocabulary.Spec.Old``1(``0)</c>.</summary>
    static string NameOf(XElement link)
    {
        var target = (link.Attribute("cref") ?? link.Attribute("name") ?? link.Attribute("langword"))!.Value;
        if (target.Length < 2 || target[1] != ':') return target;

        var parts = target[2..].Split('(')[0].Split('.').Select(part => part.Split('`')[0]).ToList();
        var name = target[0] == 'T' ? parts[^1] : string.Join('.', parts.TakeLast(2));
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? $"[{name[..^"Attribute".Length]}]" : name;
    }
}
