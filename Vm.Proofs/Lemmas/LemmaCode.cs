using System.Reflection;
using System.Text;

namespace Vm.Proofs.Lemmas;

/// <summary>
/// The code that the question of a lemma is made from. The same code makes the same question again, so that for an unchanged program the
/// questions, which take longer to make than to look up, need not be made at all.
/// </summary>
static class LemmaCode
{
    /// <summary>
    /// The versions of all modules that the compiled code of an assembly can reach, and of this prover's own, which reads it. The compiler
    /// gives a module another version id whenever it gives it other contents.
    /// </summary>
    public static string VersionsOf(Assembly assembly)
    {
        var reached = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var waiting = new Stack<Assembly>([assembly, typeof(LemmaCode).Assembly, typeof(object).Assembly]);
        while (waiting.TryPop(out var next))
        {
            if (!reached.TryAdd(next.FullName!, string.Join(' ', next.Modules.Select(module => module.ModuleVersionId)))) continue;
            foreach (var name in next.GetReferencedAssemblies())
            {
                if (Loaded(name) is { } found) waiting.Push(found);
                else reached.TryAdd(name.FullName, "not there");
            }
        }

        return reached.Aggregate(new StringBuilder(), (text, module) => text.Append($"{module.Key} {module.Value}\n")).ToString();
    }

    static Assembly? Loaded(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (Exception cause) when (cause is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            return null;
        }
    }
}
