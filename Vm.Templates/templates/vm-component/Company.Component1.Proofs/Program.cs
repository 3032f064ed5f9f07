return Vm.Proofs.ProofProject.Run(args, typeof(Company.Component1.Slots<>));
