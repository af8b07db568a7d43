using System;
using System.Runtime.InteropServices;
using Dynptrs.Agreement;
using Dynptrs.Agreement.Comparing;
using Dynptrs.Agreement.Compiling;

if (AgreementOptions.TryParse(args) is not { } options)
{
    Console.Error.WriteLine(AgreementOptions.Usage);
    return 2;
}

if (!Compiler.IsPossible || !NativeLibrary.TryLoad("libbpf.so.1", out _))
{
    Console.WriteLine("clang-19 or libbpf is not installed");
    return (int)CampaignResult.NotJudged;
}

var result = new Campaign(options).Run();
if (result == CampaignResult.NotJudged)
    Console.WriteLine("the kernel that runs here loads no BPF programs of this user");
return (int)result;
