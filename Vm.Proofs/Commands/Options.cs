using System.CommandLine;
using System.Globalization;

namespace Vm.Proofs.Commands;

/// <summary>Options that several verbs have, with errors that name the option and what it takes.</summary>
static class Options
{
    const int MostShards = 1_000;

    public static Option<OutputFormat> Format() => OneOf("--format", "How results are printed.", OutputFormat.Text);

    /// <summary>An option that takes the name of a member of an enumeration.</summary>
    public static Option<T> OneOf<T>(string name, string description, T unlessGiven)
        where T : struct, Enum
    {
        var words = Enum.GetNames<T>().Select(word => word.ToLowerInvariant()).ToArray();
        return new Option<T>(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => unlessGiven,
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                if (words.Contains(word, StringComparer.OrdinalIgnoreCase)) return Enum.Parse<T>(word, ignoreCase: true);
                result.AddError($"{name} takes {string.Join(", ", words[..^1])} or {words[^1]}, not '{word}'");
                return unlessGiven;
            },
        };
    }

    /// <summary>The option that takes a part of a whole, as <c>1/3</c>.</summary>
    public static Option<Shard?> Shard() => new("--shard")
    {
        Description = "Prove one of n equal parts.",
        HelpName = "k/n",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (text.Split('/') is [var k, var n]
                && int.TryParse(k, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && count is > 0 and <= MostShards && index > 0 && index <= count)
            {
                return new Shard(index, count);
            }

            result.AddError($"--shard takes k/n with k from 1 to n and n up to {MostShards}, for example 1/3, not '{text}'");
            return null;
        },
    };

    /// <summary>An option that takes a whole number.</summary>
    public static Option<int> Number(string name, string description, int least, int most, int unlessGiven) => new(name)
    {
        Description = description,
        HelpName = "n",
        DefaultValueFactory = _ => unlessGiven,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= most)
            {
                return number;
            }

            result.AddError($"{name} takes a whole number from {least} to {most}, not '{text}'");
            return unlessGiven;
        },
    };
}
