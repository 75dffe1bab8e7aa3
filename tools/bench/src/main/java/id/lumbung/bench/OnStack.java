package id.lumbung.bench;

import id.lumbung.launcher.stack.Stack;

/** What is measured on a stack that runs. */
interface OnStack {

    void run(Stack stack);
}
