namespace Vm.Proofs.Commands;

/// <summary>Where proofs are remembered: beside the user's other caches, since a proof is as good in any checkout.</summary>
static class CacheFolder
{
    /// <summary>Environment variable that names another folder.</summary>
    public const string Variable = "VM_CACHE";

    public static string Path =>
        Given(Variable)
        ?? System.IO.Path.Combine(
            Given("XDG_CACHE_HOME")
            ?? (OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache")),
            "vm");

    static string? Given(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
