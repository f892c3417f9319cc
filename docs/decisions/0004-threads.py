"""Milliseconds of one training step of the demo's network in eager PyTorch (decision 4).

usage: /usr/bin/python3 docs/decisions/0004-threads.py THREADS none|r1|r1r2 BATCH
Set GOMP_SPINCOUNT or OMP_WAIT_POLICY in the environment to compare how threads wait.
"""
import sys
import time

import torch

torch.set_num_threads(int(sys.argv[1])); mode=sys.argv[2]; N=int(sys.argv[3])
import torch.nn as nn, torch.nn.functional as F
W=32;E=16;Z=64
class G(nn.Module):
    def __init__(s):
        super().__init__(); s.e=nn.Embedding(10,E); s.d=nn.Linear(Z+E,2*W*49); s.b0=nn.BatchNorm2d(2*W); s.c1=nn.ConvTranspose2d(2*W,W,4,2,1); s.b1=nn.BatchNorm2d(W); s.c2=nn.ConvTranspose2d(W,1,4,2,1)
    def forward(s,z,y):
        h=F.relu(s.b0(s.d(torch.cat([z,s.e(y)],1)).view(-1,2*W,7,7))); return torch.tanh(s.c2(F.relu(s.b1(s.c1(h)))))
class D(nn.Module):
    def __init__(s):
        super().__init__(); s.c1=nn.Conv2d(1,W,4,2,1); s.c2=nn.Conv2d(W,2*W,4,2,1); s.l=nn.Linear(2*W*49,1); s.e=nn.Embedding(10,2*W*49)
    def forward(s,x,y):
        h=F.leaky_relu(s.c2(F.leaky_relu(s.c1(x),.2)),.2).flatten(1); return s.l(h).flatten()+(s.e(y)*h).sum(1)
g,d=G(),D(); og=torch.optim.Adam(g.parameters(),2e-4,(0,.99)); od=torch.optim.Adam(d.parameters(),2e-4,(0,.99))
X=torch.rand(1024,1,28,28)*2-1; Y=torch.randint(0,10,(1024,))
def norms(l,x): return torch.autograd.grad(l.sum(),x,create_graph=True)[0].square().flatten(1).sum(1)
def step(i):
    r=torch.randint(0,1024,(N,)); x=X[r];y=Y[r]
    with torch.no_grad(): f=g(torch.randn(N,Z),y)
    if mode!='none': x=x.requires_grad_()
    if mode=='r1r2': f=f.requires_grad_()
    lr,lf=d(x,y),d(f,y)
    loss=F.softplus(lf-lr).mean()
    if mode!='none': loss=loss+.05*norms(lr,x).mean()
    if mode=='r1r2': loss=loss+.05*norms(lf,f).mean()
    od.zero_grad(); loss.backward(); od.step()
    for p in d.parameters(): p.requires_grad_(False)
    f=g(torch.randn(N,Z),y); loss=F.softplus(d(x.detach(),y)-d(f,y)).mean()
    og.zero_grad(); loss.backward(); og.step()
    for p in d.parameters(): p.requires_grad_(True)
for i in range(5): step(i)
t=time.time();c=time.process_time();n=30
for i in range(n): step(i)
print(sys.argv[1:], 'ms/step',round((time.time()-t)/n*1000,1),'cpu',round((time.process_time()-c)/n*1000,1))
