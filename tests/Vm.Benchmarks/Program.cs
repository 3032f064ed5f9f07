using BenchmarkDotNet.Running;
using Vm.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(InsertRemove).Assembly).Run(args);
