return Vm.Proofs.ProofProject.Run(args, typeof(Stacks.FreeStacks<>));
