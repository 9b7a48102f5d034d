/** `active_users_7d` → `activeUsers7d`: the name of a thing of the model in GraphQL and in a where. */
export const camelCase = (name: string): string =>
  name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
/** `active_users_7d` → `ACTIVE_USERS_7D`: its name in an enum. */
export const enumCase = (name: string): string => name.toUpperCase();
/** `support_ticket` → `SupportTicket`: its name as a type. */
export const typeCase = (name: string): string => camelCase(`_${name}`);
