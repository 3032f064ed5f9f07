using System.Runtime.CompilerServices;
using Vm.Proofs.Commands;
using Vm.TestKit;

namespace Vm.Cli.Tests;

/// <summary>Tests neither believe nor change the proofs that the user's own runs remember.</summary>
static class OwnCache
{
    [ModuleInitializer]
    internal static void Set() =>
        Environment.SetEnvironmentVariable(CacheFolder.Variable, TemporaryFiles.NewFolder());
}
