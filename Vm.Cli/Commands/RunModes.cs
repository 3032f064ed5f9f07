using System.CommandLine;
using Vm.Machine;

namespace Vm.Cli.Commands;

/// <summary>What <c>--mode</c> says, once or twice: how the machine pages, and what the module checks.</summary>
/// <param name="Paging">How the machine pages.</param>
/// <param name="Checking">What the module checks.</param>
sealed record RunModes(PagingMode Paging, Checking Checking)
{
    static readonly RunModes unlessGiven = new(PagingMode.X86_64, Checking.Full);

    /// <summary>As the help prints what holds unless it is given.</summary>
    public override string ToString() => $"{Paging} {Checking}".ToLowerInvariant();

    public static Option<RunModes> Option()
    {
        var (paging, checking) = (Words<PagingMode>(), Words<Checking>());
        return new Option<RunModes>("--mode")
        {
            Description = "How the machine pages, or what the module checks while it runs; twice for both.",
            HelpName = string.Join('|', [.. paging, .. checking]),
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => unlessGiven,
            CustomParser = result =>
            {
                var modes = unlessGiven;
                foreach (var word in result.Tokens.Select(token => token.Value))
                {
                    if (paging.Contains(word, StringComparer.OrdinalIgnoreCase)) modes = modes with { Paging = Enum.Parse<PagingMode>(word, ignoreCase: true) };
                    else if (checking.Contains(word, StringComparer.OrdinalIgnoreCase)) modes = modes with { Checking = Enum.Parse<Checking>(word, ignoreCase: true) };
                    else result.AddError($"--mode takes {string.Join(", ", paging)}, {string.Join(", ", checking[..^1])} or {checking[^1]}, not '{word}'");
                }

                return modes;
            },
        };
    }

    static string[] Words<T>() where T : struct, Enum => [.. Enum.GetNames<T>().Select(word => word.ToLowerInvariant())];
}
