using BenchmarkDotNet.Running;
using Vm.Benchmarks;

switch (args)
{
    case ["traces"]:
        TraceThroughput.Print(Console.Out);
        return 0;
    case ["translations"]:
        TranslationRatios.Print(Console.Out);
        return 0;
}

if (!NativeChain.IsBuilt)
{
    Console.Error.WriteLine("the bare chain is not built; install gcc and build this project again");
    return 2;
}

if (args is ["ratios"]) PairedRatios.Print(Console.Out);
else BenchmarkSwitcher.FromAssembly(typeof(InsertRemove).Assembly).Run(args);
return 0;
