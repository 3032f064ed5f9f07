using Vm.Cli;

return CommandLine.Run(args, Screen.OfProcess());
