return Vm.Proofs.ProofProject.Run(args, typeof(Frames.FrameTable<>));
