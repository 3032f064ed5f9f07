using System.Text.Json.Nodes;

namespace Vm.Transcripts;

/// <summary>An operation that transcripts record, and how the component performs it.</summary>
/// <param name="Name">Its name in transcripts.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="Perform">
/// Calls the component and gives the result as a transcript has it. Of a result with members, those that the allocator's
/// policy decides are left out, and so not compared.
/// </param>
sealed record ReplayOperation(
    string Name, IReadOnlyList<Parameter> Parameters, Func<Driver, Arguments, JsonNode?> Perform)
{
    /// <summary>An operation without a result.</summary>
    public ReplayOperation(string name, IReadOnlyList<Parameter> parameters, Action<Driver, Arguments> perform)
        : this(name, parameters, (driver, arguments) =>
        {
            perform(driver, arguments);
            return null;
        })
    {
    }

    /// <summary>Complains of arguments that are missing, of the wrong type or too many.</summary>
    public void Check(Node arguments)
    {
        foreach (var parameter in Parameters)
        {
            var value = arguments.Find(parameter.Name)
                ?? throw arguments.Place.Wrong($"{Name} lacks its argument \"{parameter.Name}\"; {Takes}");
            parameter.Check(value);
        }

        foreach (var (name, value) in arguments.Members())
        {
            if (Parameters.All(parameter => parameter.Name != name))
                throw value.Place.Wrong($"{Name} has no argument \"{name}\"; {Takes}");
        }
    }

    string Takes => Parameters.Count == 0
        ? "it takes none"
        : $"it takes {string.Join(", ", Parameters.Select(parameter => parameter.Name))}";
}
