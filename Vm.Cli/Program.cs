using Vm.Cli;
using Vm.Proofs.Printing;

return CommandLine.Run(args, Screen.OfProcess());
