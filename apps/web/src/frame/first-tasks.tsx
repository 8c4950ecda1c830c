import { Button, Card, Flex, Typography } from 'antd';
import { Link } from 'react-router';
import { usePreference } from '../parts/preference';
import { type Role, useUser } from '../session/session';
import { usePlace } from './place';

interface Task {
  readonly title: string;
  readonly says: string;
  /** The page and its search. */
  readonly to: string;
}

/** The three things somebody of a role mostly comes for. */
const TASKS: Readonly<Record<Role, readonly Task[]>> = {
  officer: [
    {
      title: '起草调整单',
      says: '追加、追减、调剂、结转、收回；提交前就看到额度和说明的变化。',
      to: 'adjustments?form=draft',
    },
    { title: '记录或导入支付', says: '一笔一笔记，或导入一个文件，错的行就地改正。', to: 'payments' },
    { title: '补齐公开文件', says: '差异原因、上年数和其他数据，缺什么列什么。', to: 'account?tab=missing' },
  ],
  reviewer: [
    { title: '审核调整单', says: '待审核的在这里：前后对照，批准或退回并写意见。', to: 'adjustments?state=submitted' },
    { title: '看一条指标的经过', says: '每一项记录、文号和其后的可用额度。', to: 'lines' },
    { title: '看公开文件', says: '点任何一个数，看它来自哪些文号和凭证。', to: 'account' },
  ],
  supervisor: [
    { title: '看谁慢了', says: '红色的条是落后的单位和科目，点开直到凭证。', to: 'overview' },
    { title: '看勾稽核对', says: '未通过的排在最前，并指到所在的表。', to: 'account?tab=checks' },
    { title: '查一笔记录', says: '谁在何时记了什么；一键核对哈希链。', to: 'audit' },
  ],
  administrator: [
    { title: '新建用户', says: '给每人角色和单位；一次性密码只显示一次。', to: 'settings?tab=users' },
    {
      title: '开启年度、导入数据',
      says: '为单位开启年度，或导入一个年度的文件，单位、年初预算和支付都在其中。',
      to: 'settings?tab=units',
    },
    { title: '年末关账', says: '未用的额度逐条转下年、列结余或收回。', to: 'account?tab=closing' },
  ],
};

/** What a newcomer of each role comes for, until she has seen it. */
export function FirstTasks() {
  const { name, roles } = useUser();
  const { unit, year } = usePlace();
  const [seen, setSeen] = usePreference<readonly Role[]>(`seen-tasks.${name}`, []);
  const role = roles.find((one) => !seen.includes(one));
  if (role === undefined) return null;
  return (
    <Card
      size="small"
      title="从这里开始"
      role="region"
      aria-label="从这里开始"
      className="no-print"
      style={{ marginBottom: 16 }}
      extra={
        <Button type="text" size="small" onClick={() => setSeen([...seen, role])}>
          知道了
        </Button>
      }
    >
      <Flex gap={24} wrap component="ul" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {TASKS[role].map(({ title, says, to }) => (
          <li key={to} style={{ flex: '1 1 240px' }}>
            <Link to={`/${unit}/${year}/${to}`} style={{ fontWeight: 600 }}>
              {title}
            </Link>
            <div>
              <Typography.Text type="secondary">{says}</Typography.Text>
            </div>
          </li>
        ))}
      </Flex>
    </Card>
  );
}
