import { Button, Result } from 'antd';
import { Component, type ReactNode } from 'react';

interface State {
  readonly failed: boolean;
}

/** Where a page breaks, or its file is of a version that is gone, says so in its place and offers to load it anew. */
export class Faults extends Component<{ children: ReactNode }, State> {
  override readonly state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Result
        status="error"
        title="这个页面没能打开"
        subTitle="可能是系统刚刚更新过。请重新打开；填了一半的表单还在。再次出现时请告诉管理员。"
        extra={
          <Button type="primary" onClick={() => location.reload()}>
            重新打开
          </Button>
        }
      />
    );
  }
}
