#!/usr/bin/python3
"""Times of the convolutions of Dcgan and SnganResNet and of other ways to compute them, one thread (python3-torch)."""
import torch,time
import torch.nn.functional as F
torch.set_num_threads(1)
def t(n,f,k=20):
    for _ in range(3): f()
    s=time.process_time()
    for _ in range(k): f()
    print(f'{n:40s}{(time.process_time()-s)/k*1e3:8.2f} ms',flush=True)
a=torch.ops.aten
def conv(n,N,ci,co,H,k,s,p):
    x=torch.randn(N,ci,H,H);w=torch.randn(co,ci,k,k);b=torch.randn(co)
    y=F.conv2d(x,w,b,s,p);g=torch.randn_like(y)
    print(n,'MFLOP',2*y.numel()*ci*k*k/1e6)
    for fmt in (torch.contiguous_format,torch.channels_last):
        X,W,G=x.contiguous(memory_format=fmt),w.contiguous(memory_format=fmt),g.contiguous(memory_format=fmt)
        m=str(fmt)[6:12]
        t(m+' fwd',lambda:F.conv2d(X,W,b,s,p))
        t(m+' bwd x',lambda:a.convolution_backward(G,X,W,[co],[s,s],[p,p],[1,1],False,[0,0],1,[True,False,False]))
        t(m+' bwd w',lambda:a.convolution_backward(G,X,W,[co],[s,s],[p,p],[1,1],False,[0,0],1,[False,True,True]))
    def unf():
        return F.unfold(x,k,1,p,s)
    t('unfold',unf)
    u=unf(); wm=w.reshape(co,-1); gm=g.flatten(2)
    t('mm fwd',lambda:torch.matmul(wm,u))
    t('mm dW',lambda:torch.einsum('nol,nkl->ok',gm,u))
    t('mm dU',lambda:torch.matmul(wm.t(),gm))
    du=torch.matmul(wm.t(),gm)
    t('fold',lambda:F.fold(du,(H,H),k,1,p,s))
def tconv(n,N,ci,co,H):
    x=torch.randn(N,ci,H,H);w=torch.randn(ci,co,4,4);b=torch.randn(co)
    y=F.conv_transpose2d(x,w,b,2,1);g=torch.randn_like(y)
    print(n,'T MFLOP',2*x.numel()*co*16/1e6)
    t('T fwd',lambda:F.conv_transpose2d(x,w,b,2,1))
    t('T bwd x',lambda:a.convolution_backward(g,x,w,[co],[2,2],[1,1],[1,1],True,[0,0],1,[True,False,False]))
    t('T bwd w',lambda:a.convolution_backward(g,x,w,[co],[2,2],[1,1],[1,1],True,[0,0],1,[False,True,True]))
    # conv as adjoint: conv_transpose fwd == convolution_backward-data of conv2d with weight w [ci->co]: grad=x
    z=torch.empty(N,co,2*H,2*H)
    t('T as conv bwd data (mkldnn)',lambda:a.convolution_backward(x,z,w,[ci],[2,2],[1,1],[1,1],False,[0,0],1,[True,False,False]))
    print((a.convolution_backward(x,z,w,[ci],[2,2],[1,1],[1,1],False,[0,0],1,[True,False,False])[0]+b[:,None,None]-y).abs().max())
    w3=torch.randn(4*co,ci,3,3)
    t('subpixel 3x3 conv + shuffle',lambda:F.pixel_shuffle(F.conv2d(x,w3,None,1,1),2))
    t('T bwd x as conv fwd',lambda:F.conv2d(g,w,None,2,1))
conv('conv1',64,1,32,28,4,2,1)
conv('conv2',64,32,64,14,4,2,1)
tconv('t1',64,64,32,7)
tconv('t2',64,32,1,14)
conv('res3x3',64,32,32,32,3,1,1)
conv('res3x3',64,32,32,8,3,1,1)
